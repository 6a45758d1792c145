import type { CompletedCommand, Wanted } from './table.ts';
import { EVERYWHERE, nextWords } from './table.ts';

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;

/** What fish offers as values; empty: it offers files. */
function valuesOf(wanted: Wanted): string {
  if (wanted.kind === 'words') return ` -x -a ${quoted(wanted.words.join(' '))}`;
  if (wanted.kind === 'list') return ` -x -a ${quoted(`(__stint_list ${wanted.list})`)}`;
  return wanted.kind === 'file' ? ' -r -F' : ' -x';
}

/** For fish from 3.0 on. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const lines = [
    '# Completion of stint for fish: stint completion fish > ~/.config/fish/completions/stint.fish',
    `function __stint_words
  set -l skip 0
  for token in (commandline -opc)[2..-1]
    if test $skip = 1
      set skip 0
    else if test "$token" = --home
      set skip 1
    else if test "$token" != help; and not string match -q -- '-*' $token
      echo $token
    end
  end
end
function __stint_at
  test (string join ' ' (__stint_words)) = "$argv"
end
function __stint_in
  string match -q -- "$argv *" (string join ' ' (__stint_words))' '
end
function __stint_list
  command stint completion --list $argv 2>/dev/null
end
complete -c stint -f`,
  ];
  for (const { spelled, wanted, meaning } of EVERYWHERE)
    lines.push(
      `complete -c stint -l ${spelled.slice(2)}${wanted === null ? '' : valuesOf(wanted)} -d ${quoted(meaning)}`,
    );
  for (const [before, words] of nextWords(commands))
    for (const { word, summary } of words)
      lines.push(
        `complete -c stint -n ${quoted(`__stint_at ${before}`.trim())} -a ${word} -d ${quoted(summary)}`,
      );
  for (const { path, places, flags } of commands) {
    const here = ` -n ${quoted(`__stint_in ${path}`)}`;
    // Fish does not count places: all of them are offered at each.
    const seen = new Set(places.filter(({ kind }) => kind !== 'free').map(valuesOf));
    for (const values of seen)
      lines.push(`complete -c stint${here}${values.replace(' -r -F', ' -F').replace(' -x', '')}`);
    for (const { spelled, wanted, meaning } of flags)
      lines.push(
        `complete -c stint${here} -l ${spelled.slice(2)}${wanted === null ? '' : valuesOf(wanted)}${meaning === '' ? '' : ` -d ${quoted(meaning)}`}`,
      );
  }
  return `${lines.join('\n')}\n`;
}
