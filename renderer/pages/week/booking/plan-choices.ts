import type { Decision, Plan, PlanRow, SyncResult } from '#shared/contract/booking-shapes.ts';

/** What the person said about rows of the plan, by entry; a row that is not here goes the way the plan has it. */
export type Choices = ReadonlyMap<string, Decision['choice']>;

/** In which order the sheet shows what would be done: what needs somebody first. */
export const GROUPS = ['conflict', 'blocked', 'delete', 'adopt', 'create', 'update', 'skip'] as const;

/** Would it be done, as things are chosen now? Deletions and conflicts are done only when somebody said so. */
export function isTaken(row: PlanRow, choices: Choices): boolean {
  const choice = choices.get(row.entryId);
  switch (row.action) {
    case 'create':
    case 'update':
    case 'adopt':
      return choice !== 'leave';
    case 'delete':
      return choice === 'delete';
    case 'conflict':
      return choice === 'mine' || choice === 'theirs';
    case 'skip':
    case 'blocked':
      return false;
  }
}

/** What is asked of the host: exactly the rows that were seen and taken, with what was said about them. */
export interface Order {
  readonly entries: readonly string[];
  readonly decisions: readonly Decision[];
  /** Entries that will stand there afterwards because of it. */
  readonly bookings: number;
  readonly minutes: number;
}

export function orderOf(plan: Plan, choices: Choices): Order {
  const taken = plan.rows.filter((row) => isTaken(row, choices));
  const booked = taken.filter((row) => row.action !== 'delete' && choices.get(row.entryId) !== 'theirs');
  return {
    entries: taken.map((row) => row.entryId),
    decisions: taken.flatMap((row) => {
      const choice = choices.get(row.entryId);
      return choice === undefined ? [] : [{ entry: row.entryId, choice }];
    }),
    bookings: booked.length,
    minutes: booked.reduce((sum, row) => sum + row.minutes, 0),
  };
}

/** The same choice for many rows, or for none of them. */
export function chooseAll(
  choices: Choices,
  rows: readonly PlanRow[],
  choice: Decision['choice'] | null,
): Choices {
  const next = new Map(choices);
  for (const { entryId } of rows) {
    if (choice === null) next.delete(entryId);
    else next.set(entryId, choice);
  }
  return next;
}

/** Parts of the result worth a word, in the order they are said. */
export const RESULT_PARTS = [
  'created',
  'updated',
  'adopted',
  'deleted',
  'waiting',
  'conflicts',
  'failed',
] as const;

export const countOf = (result: SyncResult, part: (typeof RESULT_PARTS)[number]): number => {
  const value = result[part];
  return typeof value === 'number' ? value : value.length;
};
