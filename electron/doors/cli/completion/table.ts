import type { Command } from '../command.ts';
import type { Field } from '../fields.ts';
import type { COMPLETED } from '../word-command-list.ts';

/** What may stand somewhere on the command line. */
export type Wanted =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Asked of Stint while somebody types. */
  | { readonly kind: 'list'; readonly list: (typeof COMPLETED)[number] }
  | { readonly kind: 'file' }
  /** Only the person knows. */
  | { readonly kind: 'free' };

export interface CompletedFlag {
  /** `--week`. */
  readonly spelled: string;
  /** Null: it takes no value. */
  readonly wanted: Wanted | null;
  readonly meaning: string;
}

/** A command as completion sees it. */
export interface CompletedCommand {
  /** `report timesheet`. */
  readonly path: string;
  readonly summary: string;
  /** By place; the last one also stands for all behind it when it is greedy. */
  readonly places: readonly Wanted[];
  readonly flags: readonly CompletedFlag[];
}

/** A word that may come next, after the words before it. */
export interface NextWord {
  readonly word: string;
  readonly summary: string;
}

const FREE: Wanted = { kind: 'free' };
const DAYS = {
  kind: 'words',
  words: ['today', 'yesterday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
} as const;
const LATELY = { kind: 'words', words: ['this', 'last'] } as const;
const TICKETS: Wanted = { kind: 'list', list: 'tickets' };
const SPRINTS: Wanted = { kind: 'list', list: 'sprints' };

/** What fields of these names hold, in every command. */
const BY_NAME: Readonly<Record<string, Wanted>> = {
  ticket: TICKETS,
  what: TICKETS,
  task: TICKETS,
  project: { kind: 'list', list: 'projects' },
  plan: { kind: 'list', list: 'plans' },
  sprint: SPRINTS,
  key: { kind: 'list', list: 'settings' },
  date: DAYS,
  from: DAYS,
  to: DAYS,
  week: LATELY,
  month: LATELY,
  period: { kind: 'words', words: ['today', 'yesterday', 'week', 'month', 'quarter', 'year', 'all'] },
};

function wantedOf(field: Field, command: Command): Wanted {
  if (field.choices !== null) return { kind: 'words', words: field.choices };
  if (command.paths.includes(field.name)) return { kind: 'file' };
  // The report of a sprint calls it by that.
  if (field.name === 'name' && command.words.join(' ') === 'report sprint') return SPRINTS;
  return BY_NAME[field.name] ?? FREE;
}

/** Flags that every command takes. */
export const EVERYWHERE: readonly CompletedFlag[] = [
  { spelled: '--json', wanted: null, meaning: 'Answer as JSON' },
  { spelled: '--home', wanted: { kind: 'file' }, meaning: 'Data folder' },
  { spelled: '--help', wanted: null, meaning: 'Help for a command' },
  { spelled: '--version', wanted: null, meaning: 'Version' },
];

/** The command table as completion needs it. */
export function completedCommands(known: readonly Command[]): readonly CompletedCommand[] {
  return known.map((command) => ({
    path: command.words.join(' '),
    summary: command.summary,
    places: command.slots.map(({ field }) => wantedOf(field, command)),
    flags: command.flags.map((field) => ({
      spelled: `--${field.flag}`,
      wanted: field.kind === 'boolean' ? null : wantedOf(field, command),
      meaning: field.meaning,
    })),
  }));
}

/** What may follow which words: `''` → `day`, `report`, …; `report` → `timesheet`, …. */
export function nextWords(commands: readonly CompletedCommand[]): ReadonlyMap<string, readonly NextWord[]> {
  const next = new Map<string, Map<string, string>>([['', new Map([['help', 'Help for a command']])]]);
  for (const { path, summary } of commands) {
    const words = path.split(' ');
    for (const [at, word] of words.entries()) {
      const before = words.slice(0, at).join(' ');
      const known = next.get(before) ?? new Map<string, string>();
      const isWhole = at === words.length - 1;
      if (isWhole || !known.has(word)) known.set(word, isWhole ? summary : `${word} …`);
      next.set(before, known);
    }
  }
  return new Map(
    [...next].map(([before, words]) => [before, [...words].map(([word, summary]) => ({ word, summary }))]),
  );
}

/** In a form that all scripts read: `=a b c`, `@tickets`, `/`, or empty; `-` takes no value. */
export function specOf(wanted: Wanted | null): string {
  if (wanted === null) return '-';
  if (wanted.kind === 'words') return `=${wanted.words.join(' ')}`;
  if (wanted.kind === 'list') return `@${wanted.list}`;
  return wanted.kind === 'file' ? '/' : '';
}
