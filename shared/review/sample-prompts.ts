import { instant } from '../values/instant.ts';
import type { Instant } from '../values/instant.ts';
import type { PromptNote } from './prompt.ts';

/** Notes for tests: nothing said, nothing answered, unless a test says so. */
export const aNote = (key: string, given: Partial<PromptNote> = {}): PromptNote => ({
  user: 'ann',
  key,
  saidAt: null,
  snoozedUntil: null,
  answer: null,
  detail: null,
  span: null,
  at: instant(Date.parse('2026-02-10T16:30:00Z')),
  ...given,
});

export const when = (text: string): Instant => instant(Date.parse(text));
