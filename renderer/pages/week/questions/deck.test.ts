import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deckOf } from './deck.ts';

const ask = (id: string, kind: 'gap' | 'day' | 'remote', ...dates: string[]) => ({ id, kind, dates });
const WEEK = [
  ask('gap mon', 'gap', 'mon'),
  ask('gap tue', 'gap', 'tue'),
  ask('remote', 'remote', 'mon'),
  ask('day mon', 'day', 'mon'),
  ask('day tue', 'day', 'tue'),
];
const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id);

it('asks one after the other; a day when nothing else of it is open', () => {
  expect(deckOf(WEEK, { later: [], answered: [] })).toMatchObject({ current: WEEK[0], putOff: 0 });
  expect(deckOf(WEEK, { later: [], answered: ['gap mon', 'gap tue'] }).current?.id).toBe('remote');
  expect(deckOf(WEEK, { later: [], answered: ['gap mon', 'gap tue', 'remote'] }).current?.id).toBe('day mon');
});

it('what is put off holds its day back, and is not counted in this sitting', () => {
  const deck = deckOf(WEEK, { later: ['gap mon', 'remote'], answered: ['gap tue'] });
  expect(ids(deck.left)).toEqual(['day tue']);
  expect(deck).toMatchObject({ current: { id: 'day tue' }, putOff: 2 });
  expect(deckOf(WEEK, { later: ids(WEEK), answered: [] })).toMatchObject({
    current: null,
    left: [],
    putOff: 5,
  });
});

it('whatever is answered and put off: it ends, and nothing is asked twice', () => {
  const question = fc.record({
    kind: fc.constantFrom('gap' as const, 'day' as const, 'remote' as const),
    dates: fc.uniqueArray(fc.constantFrom('mon', 'tue', 'wed'), { minLength: 1, maxLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(question, { maxLength: 12 }), fc.infiniteStream(fc.boolean()), (given, answers) => {
      const questions = given.map((one, at) => ({ ...one, id: String(at) }));
      let sitting: { later: string[]; answered: string[] } = { later: [], answered: [] };
      const seen: string[] = [];
      for (;;) {
        const { current, left } = deckOf(questions, sitting);
        if (current === null) {
          expect(left).toEqual([]);
          break;
        }
        expect(seen).not.toContain(current.id);
        seen.push(current.id);
        sitting = answers.next().value
          ? { ...sitting, answered: [...sitting.answered, current.id] }
          : { ...sitting, later: [...sitting.later, current.id] };
      }
      const held = questions.filter(({ id }) => !seen.includes(id));
      expect(held.every(({ kind }) => kind === 'day')).toBe(true);
    }),
  );
});
