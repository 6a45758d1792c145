import type { PromptNote } from '../review/prompt.ts';
import type { Instant } from '../values/instant.ts';

/** What was said to a person by itself, what they put off and answered. No change of theirs to a timesheet, so not in the log. */
export interface PromptStore {
  get(user: string, key: string): Promise<PromptNote | null>;
  /** Notes touched since then, oldest first, then by key. */
  since(user: string, at: Instant): Promise<readonly PromptNote[]>;
  /** Adds or replaces notes, all or none; one for each person and key. On the disk when it returns. */
  put(notes: readonly PromptNote[]): Promise<void>;
}
