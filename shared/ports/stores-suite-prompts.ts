import { aNote } from '../review/sample-prompts.ts';
import { at } from './sample-rows.ts';
import type { StoresCase } from './stores-case.ts';

/** What was said and answered is kept a person, and replaced as a whole. */
export const promptCases: readonly StoresCase[] = [
  {
    name: 'a note of a prompt comes back as it was put, and is replaced by the next one',
    async run({ prompts }, expect) {
      const note = aNote('absence:2026-02-10T10:00:00.000Z', {
        saidAt: at('2026-02-10T11:00:00Z'),
        answer: 'ticket',
        detail: 'TB-042\nSocket „früh“',
        span: { start: at('2026-02-10T10:00:00Z'), end: at('2026-02-10T10:40:00Z') },
      });
      expect(await prompts.get('ann', note.key)).toBeNull();
      await prompts.put([note, aNote('week', { snoozedUntil: at('2026-02-16T08:00:00Z') })]);
      expect(await prompts.get('ann', note.key)).toEqual(note);
      expect(await prompts.get('bob', note.key)).toBeNull();
      const later = aNote(note.key, { at: at('2026-02-11T09:00:00Z') });
      await prompts.put([later]);
      expect(await prompts.get('ann', note.key)).toEqual(later);
      await prompts.put([]);
    },
  },
  {
    name: 'notes are told of one person, by when they were touched',
    async run({ prompts }, expect) {
      const old = aNote('z', { at: at('2026-02-01T09:00:00Z') });
      const b = aNote('b');
      const a = aNote('a');
      await prompts.put([b, a, old, aNote('a', { user: 'bob' })]);
      expect(await prompts.since('ann', at('2026-01-01T00:00:00Z'))).toEqual([old, a, b]);
      expect(await prompts.since('ann', a.at)).toEqual([a, b]);
      expect(await prompts.since('ann', at('2026-03-01T00:00:00Z'))).toEqual([]);
    },
  },
];
