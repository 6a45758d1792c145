import type { CompletedCommand, NextWord } from './table.ts';
import { EVERYWHERE, nextWords, specOf } from './table.ts';

/** A word in single quotes, for any shell of the Bourne family. */
export const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function cases(rows: readonly (readonly [key: string, value: string])[]): string {
  const byValue = new Map<string, string[]>();
  for (const [key, value] of rows) if (value !== '') byValue.set(value, [...(byValue.get(value) ?? []), key]);
  return [...byValue]
    .map(([value, keys]) => `    ${keys.map(quoted).join('|')}) _stint_told=${quoted(value)} ;;`)
    .join('\n');
}

const tellsBy = (name: string, rows: readonly (readonly [string, string])[]): string =>
  `${name}() {\n  _stint_told=''\n  case "$1" in\n${cases(rows)}\n  esac\n}`;

/** The command table as functions that bash and zsh both read: each puts its answer into `_stint_told`. */
export function posixTables(commands: readonly CompletedCommand[]): string {
  const next = nextWords(commands);
  const words = (list: readonly NextWord[]): string => list.map(({ word }) => word).join(' ');
  const always = EVERYWHERE.map(({ spelled }) => spelled).join(' ');
  return [
    '# Words that may come after these.',
    tellsBy(
      '_stint_next',
      [...next].map(([before, list]) => [before, words(list)] as const),
    ),
    '# Flags of a command.',
    tellsBy(
      '_stint_flags',
      commands.map(({ path, flags }) => [path, flags.map(({ spelled }) => spelled).join(' ')] as const),
    ),
    '# What a flag takes: - nothing, =words, @list, / a file.',
    tellsBy('_stint_value', [
      ...EVERYWHERE.map(({ spelled, wanted }) => [spelled, specOf(wanted)] as const),
      ...commands.flatMap(({ path, flags }) =>
        // A value that only the person knows is a value all the same.
        flags.map(({ spelled, wanted }) => [`${path} ${spelled}`, specOf(wanted) || '?'] as const),
      ),
    ]),
    '# What stands at a place behind a command.',
    tellsBy(
      '_stint_place',
      commands.flatMap(({ path, places }) =>
        places.map((wanted, at) => [`${path} ${at}`, specOf(wanted)] as const),
      ),
    ),
    `_stint_always=${quoted(always)}`,
    '_stint_list() { command stint completion --list "$1" 2>/dev/null; }',
  ].join('\n');
}
