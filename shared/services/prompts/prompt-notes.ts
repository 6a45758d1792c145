import type { PromptNote, PromptNotes } from '../../review/prompt.ts';
import type { Person } from '../person.ts';

/** The note of a key with something new in it; what was noted before stays. */
export function withNotes(
  notes: PromptNotes,
  { user, now }: Pick<Person, 'user' | 'now'>,
  key: string,
  news: Partial<Pick<PromptNote, 'saidAt' | 'snoozedUntil' | 'answer' | 'detail' | 'span'>>,
): PromptNote {
  const known = notes.get(key);
  const blank = { saidAt: null, snoozedUntil: null, answer: null, detail: null, span: null };
  return { ...blank, ...known, ...news, user, key, at: now };
}
