import type { Instant } from '../values/instant.ts';
import { plusMs } from '../values/instant.ts';
import type { MonthlyPrompt, MonthlyTrouble, PromptNote, PromptNotes } from './prompt.ts';
import { isAnswered } from './prompt.ts';

/** A file as it was written: its name, and what tells its content from any other. */
export interface MonthlyFile {
  readonly name: string;
  readonly digest: string;
}
export type MonthlyFiles = Readonly<Record<string, MonthlyFile>>;

/** What is remembered of the reports of a month. */
export interface MonthlyState {
  readonly folder: string;
  /** Files that were written, by what they hold (`rd.pdf`, `project:TB.xlsx`). */
  readonly files: MonthlyFiles;
  /** All that was wanted is made: it is not made again by itself. */
  readonly isDone: boolean;
  readonly trouble: MonthlyTrouble | null;
}

const STATE = 'monthly:';
/** The key of the note about a month. @param month `2026-02`. */
export const monthlyKey = (month: string): string => `${STATE}${month}`;

export const monthlyDetail = (state: MonthlyState): string => JSON.stringify(state);

/** What a note says; null where there is none, or nobody can read it any more. */
export function readMonthly(note: PromptNote | null | undefined): MonthlyState | null {
  if (!note?.detail) return null;
  try {
    const { folder, files, isDone, trouble } = JSON.parse(note.detail) as MonthlyState;
    return { folder, files, isDone, trouble };
  } catch {
    return null;
  }
}

/** The key of what is told about a month. */
export const toldKey = (month: string, { trouble }: Pick<MonthlyState, 'trouble'>): string =>
  `monthly-${trouble ?? 'made'}:${month}`;

/** So long is told that reports lie there; trouble is told until it is over. */
const NEWS_MS = 7 * 86_400_000;

/** What to tell of monthly reports: that they lie there, or why they do not. */
export function monthlyPrompts(notes: PromptNotes, now: Instant): MonthlyPrompt[] {
  const found: MonthlyPrompt[] = [];
  for (const [key, note] of notes) {
    const state = key.startsWith(STATE) ? readMonthly(note) : null;
    if (state === null || (state.trouble === null && now >= plusMs(note.at, NEWS_MS))) continue;
    const month = key.slice(STATE.length);
    const told = toldKey(month, state);
    if (isAnswered(notes, told)) continue;
    found.push({
      kind: 'monthly',
      key: told,
      topic: 'monthly',
      since: note.at,
      month,
      folder: state.folder,
      files: Object.keys(state.files).length,
      trouble: state.trouble,
    });
  }
  return found.toSorted((a, b) => (a.month < b.month ? -1 : 1));
}
