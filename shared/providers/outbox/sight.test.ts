import { describe, expect, it } from 'vitest';
import { aDraft, aRemote } from '../../ports/sample-booking.ts';
import { id } from '../../ports/sample-rows.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import { referenceOf } from '../reference.ts';
import type { Seeker } from './sight.ts';
import { findSights } from './sight.ts';

const seeker = (n: number, given: Partial<Seeker> = {}): Seeker => ({
  entry: id(n),
  draft: aDraft({ reference: referenceOf(id(n)), note: `TB-${n}: work` }),
  row: null,
  references: [referenceOf(id(n))],
  timer: null,
  alone: false,
  strayOn: null,
  ...given,
});
const byHand = (name: string, note: string) => aRemote({ id: name, note, reference: null });
const pairs = (...given: Parameters<typeof findSights>) => {
  const { of } = findSights(...given);
  return given[0].map(({ entry }) => {
    const sight = of.get(entry)!;
    return sight.kind === 'seen' ? `${sight.by} ${sight.remote.id}` : sight.kind;
  });
};

describe('who is who', () => {
  it('by hand: one to one, the most alike note first', () => {
    const there = [byHand('a', 'TB-2: work'), byHand('b', 'nothing alike'), byHand('c', 'work on TB-1')];
    expect(pairs([seeker(1), seeker(2)], there, new Set())).toEqual(['hand c', 'hand a']);
    expect(pairs([seeker(1), seeker(2), seeker(3), seeker(4)], there, new Set())).toContain('absent');
  });

  it('not by hand: other minutes, day, unit or task, what runs, what is marked, what is another’s', () => {
    const plain = byHand('a', 'TB-1: work');
    const others = [
      { ...plain, minutes: minutes(91) },
      { ...plain, date: '2026-02-11' as LocalDay },
      { ...plain, unit: '2' },
      { ...plain, running: true },
      { ...plain, reference: 'ffffffffffff' },
    ];
    for (const other of others) expect(pairs([seeker(1)], [other], new Set())).toEqual(['absent']);
    expect(pairs([seeker(1)], [plain], new Set(['a']))).toEqual(['absent']);
    expect(pairs([seeker(1, { alone: true })], [plain], new Set())).toEqual(['absent']);
    expect(pairs([seeker(1, { draft: aDraft({ task: '9' }) })], [plain], new Set())).toEqual(['absent']);
    expect(pairs([seeker(1)], [{ ...plain, task: '9' }], new Set())).toEqual(['hand a']);
  });

  it('by the mark before anything booked by hand', () => {
    const marked = aRemote({ id: 'm', reference: referenceOf(id(1)), minutes: minutes(5) });
    expect(pairs([seeker(1)], [byHand('a', 'TB-1: work'), marked], new Set())).toEqual(['reference m']);
  });

  it('by the session’s timer: on its own day, by id or by the mark of the session', () => {
    const timed = seeker(1, { timer: 't', references: [referenceOf(id(1)), referenceOf(id(77))] });
    const entry = aRemote({ id: 't', reference: null, minutes: minutes(1) });
    expect(pairs([timed], [entry], new Set())).toEqual(['timer t']);
    expect(pairs([timed], [{ ...entry, date: '2026-02-11' as LocalDay }], new Set())).toEqual(['absent']);
    const marked = { ...entry, id: 'x', reference: referenceOf(id(77)) };
    expect(pairs([timed], [marked], new Set())).toEqual(['timer x']);
    expect(pairs([timed], [{ ...marked, date: '2026-02-11' as LocalDay }], new Set())).toEqual(['absent']);
  });

  it('tells doubles of ours from copies by hand', () => {
    const own = aRemote({ id: '1', reference: referenceOf(id(1)) });
    const there = [
      own,
      { ...own, id: '2' },
      { ...own, id: '3', minutes: minutes(5) },
      { ...own, id: '4', locked: 'approved' },
    ];
    const { doubles, copies, elsewhere } = findSights([seeker(1)], there, new Set());
    expect(doubles.map(({ remote }) => remote.id)).toEqual(['2']);
    expect(copies.map(({ remote }) => remote.id)).toEqual(['3', '4']);
    expect(elsewhere.map((remote) => remote.id)).toEqual(['3', '4']);
  });

  it('has a stray only on the day of the entry', () => {
    const gone = seeker(1, { draft: null, strayOn: '2026-02-10' as LocalDay });
    const marked = aRemote({ id: 'm', reference: referenceOf(id(1)) });
    expect(pairs([gone], [marked], new Set())).toEqual(['reference m']);
    expect(pairs([gone], [{ ...marked, date: '2026-02-12' as LocalDay }], new Set())).toEqual(['absent']);
  });
});
