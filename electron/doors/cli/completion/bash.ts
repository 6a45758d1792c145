import { posixTables } from './posix.ts';
import type { CompletedCommand } from './table.ts';

/** For bash from 3.2 on (the one macOS has). Needs nothing of the package bash-completion. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  return `# Completion of stint for bash: source <(stint completion bash)
${posixTables(commands)}

_stint_reply() { # spec, what is typed
  case "$1" in
    =*) COMPREPLY+=($(compgen -W "\${1#=}" -- "$2")) ;;
    @*) COMPREPLY+=($(compgen -W "$(_stint_list "\${1#@}")" -- "$2")) ;;
    /) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$2")) ;;
  esac
}

_stint() {
  local IFS=$' \\t\\n' current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  local command='' place=0 at word skip=''
  COMPREPLY=()
  # "=" is a word of its own to bash.
  if [[ $current == '=' ]]; then current=''; elif [[ $before == '=' ]]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    if [[ -n $skip ]]; then
      [[ $word == '=' ]] || skip=''
      continue
    fi
    case "$word" in
      -*)
        _stint_value "$word"
        [[ -n $_stint_told ]] || _stint_value "$command $word"
        [[ -n $_stint_told && $_stint_told != '-' ]] && skip=yes
        continue ;;
      =) continue ;;
    esac
    # What stands behind "help" is a command as without it.
    [[ $word == help && -z $command && $place == 0 ]] && continue
    _stint_next "$command"
    if [[ $place == 0 && " $_stint_told " == *" $word "* ]]; then command="\${command:+$command }$word"
    else place=$((place + 1)); fi
  done
  case "$before" in
    -*)
      _stint_value "$before"
      [[ -n $_stint_told ]] || _stint_value "$command $before"
      if [[ -n $_stint_told && $_stint_told != '-' ]]; then _stint_reply "$_stint_told" "$current"; return 0; fi ;;
  esac
  if [[ $current == -* ]]; then
    _stint_flags "$command"
    COMPREPLY=($(compgen -W "$_stint_told $_stint_always" -- "$current"))
    return 0
  fi
  if [[ $place == 0 ]]; then
    _stint_next "$command"
    _stint_reply "=$_stint_told" "$current"
  fi
  _stint_place "$command $place"
  _stint_reply "$_stint_told" "$current"
  return 0
}
complete -F _stint stint
`;
}
