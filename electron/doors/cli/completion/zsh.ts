import { posixTables, quoted } from './posix.ts';
import type { CompletedCommand } from './table.ts';
import { nextWords } from './table.ts';

/** For zsh from 5.0 on: words come with what they mean. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const about = [...nextWords(commands)].map(([before, list]) => {
    const rows = list.map(({ word, summary }) =>
      quoted(`${word}:${summary.replaceAll(':', String.raw`\:`)}`),
    );
    return `    ${quoted(before)}) _stint_described=(${rows.join(' ')}) ;;`;
  });
  const flags = commands
    .filter((command) => command.flags.length > 0)
    .map((command) => {
      const rows = command.flags.map(({ spelled, meaning }) =>
        quoted(meaning === '' ? spelled : `${spelled}:${meaning.replaceAll(':', String.raw`\:`)}`),
      );
      return `    ${quoted(command.path)}) _stint_described=(${rows.join(' ')}) ;;`;
    });
  return `#compdef stint
# Completion of stint for zsh: stint completion zsh > a folder of your fpath, as _stint
${posixTables(commands)}
_stint_about() {
  _stint_described=()
  case "$1" in
${about.join('\n')}
  esac
}
_stint_about_flags() {
  _stint_described=()
  case "$1" in
${flags.join('\n')}
  esac
}

_stint_reply() { # spec
  case "$1" in
    '='?*) compadd -- \${=1#=} ;;
    @*) compadd -- \${=$(_stint_list "\${1#@}")} ;;
    /) _files ;;
  esac
}

_stint() {
  local stint_command='' place=0 at word skip='' before="\${words[CURRENT-1]}" current="\${words[CURRENT]}" flag
  local -a _stint_described
  for ((at = 2; at < CURRENT; at++)); do
    word="\${words[at]}"
    if [[ -n $skip ]]; then skip=''; continue; fi
    if [[ $word == -* ]]; then
      [[ $word == *=* ]] && continue
      _stint_value "$word"
      [[ -n $_stint_told ]] || _stint_value "$stint_command $word"
      [[ -n $_stint_told && $_stint_told != '-' ]] && skip=yes
      continue
    fi
    [[ $word == help && -z $stint_command && $place == 0 ]] && continue
    _stint_next "$stint_command"
    if [[ $place == 0 && " $_stint_told " == *" $word "* ]]; then stint_command="\${stint_command:+$stint_command }$word"
    else place=$((place + 1)); fi
  done
  if [[ $current == --*=* ]]; then
    before="\${current%%=*}"
    compset -P '*='
  fi
  if [[ $before == -* ]]; then
    _stint_value "$before"
    [[ -n $_stint_told ]] || _stint_value "$stint_command $before"
    if [[ -n $_stint_told && $_stint_told != '-' ]]; then _stint_reply "$_stint_told"; return; fi
  fi
  if [[ $current == -* ]]; then
    _stint_about_flags "$stint_command"
    _describe -o 'option' _stint_described
    compadd -- \${=_stint_always}
    return
  fi
  if [[ $place == 0 ]]; then
    _stint_about "$stint_command"
    (( \${#_stint_described} )) && _describe 'command' _stint_described
  fi
  _stint_place "$stint_command $place"
  _stint_reply "$_stint_told"
}

# Sourced, it registers itself; as a file of the fpath, it is the function.
if [[ \${zsh_eval_context[-1]} == loadautofunc ]]; then _stint "$@"; else compdef _stint stint; fi
`;
}
