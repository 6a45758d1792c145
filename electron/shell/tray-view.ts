import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import type { QuestionCount } from '#shared/services/count-questions.ts';

/** What the tray shows, and nothing more: two views that are equal look the same. */
export interface TrayView {
  readonly session: TraySession | null;
  /** Minutes accounted for today, the running session included; null: not added up yet, just after the start. */
  readonly today: number | null;
  /** Worked on lately, newest first; at most five. */
  readonly tickets: readonly { readonly ticket: string; readonly title: string }[];
  /** What was worked on last in a session, to continue while nothing runs; null: there is none. */
  readonly last: { readonly ticket: string | null; readonly title: string } | null;
  readonly attention: Attention;
}

export interface TraySession {
  readonly ticket: string | null;
  readonly title: string;
  readonly state: 'running' | 'paused';
  /** Without pauses. */
  readonly minutes: number;
}

/** What waits for the person. */
export interface Attention {
  /** Days before today, `YYYY-MM-DD`, that nobody reviewed. */
  readonly openDays: readonly string[];
  /** What this week asks, as its page counts it. */
  readonly questions: QuestionCount;
  /** Repositories that could not be read at the last look. */
  readonly troubledRepositories: number;
  /** Reminders and questions, the most pressing first. */
  readonly prompts: readonly PromptShape[];
}

export const NOTHING_WAITS: Attention = {
  openDays: [],
  questions: { count: 0, seconds: 0 },
  troubledRepositories: 0,
  prompts: [],
};
