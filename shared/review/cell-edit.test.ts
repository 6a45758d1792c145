import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, EntrySource } from '../entries/entry.ts';
import { sampleEntry } from '../entries/sample-entry.ts';
import type { Id } from '../values/ids.ts';
import { instant } from '../values/instant.ts';
import { minutes } from '../values/minutes.ts';
import type { CellPlan } from './cell-edit.ts';
import { planCell, wordsFor } from './cell-edit.ts';

const entry = (name: string, length: number, source: EntrySource, made = 0): Entry =>
  sampleEntry(name, '', {
    minutes: minutes(length),
    source,
    state: source === 'manual' ? 'edited' : 'proposed',
    createdAt: instant(made),
  });
const correctionOf = (of: string, length: number): Entry => ({
  ...entry(`correction of ${of}`, length, 'manual'),
  correction: { reason: 'counted twice', of: of as Id },
});
/** `edit fix 90`, `delete fix`, `add 30`, `correct fix -30`; or `choose`. */
const said = (plan: CellPlan): string[] =>
  plan.kind === 'choose'
    ? ['choose']
    : plan.steps.map((step) => {
        switch (step.what) {
          case 'edit':
            return `edit ${step.entry.id} ${step.minutes}`;
          case 'delete':
            return `delete ${step.entry.id}`;
          case 'add':
            return `add ${step.minutes}`;
          case 'correct':
            return `correct ${step.of?.id ?? 'day'} ${step.minutes}`;
        }
      });

const git = entry('git', 120, 'git');
const call = entry('call', 30, 'calendar');
const typed = entry('typed', 45, 'manual', 1);
const later = entry('later', 15, 'manual', 2);

describe('on a day that is open', () => {
  it.each<[string, Entry[], number, string[]]>([
    ['the same minutes change nothing', [git], 120, []],
    ['an empty cell gets an entry by hand', [], 30, ['add 30']],
    ['the only entry becomes that long', [git], 90, ['edit git 90']],
    ['also longer than observed: the person says so', [git], 150, ['edit git 150']],
    ['and is deleted for nothing', [git], 0, ['delete git']],
    ['where several share it, more is an entry of its own', [git, call], 180, ['add 30']],
    ['or goes to the one that was typed', [git, typed], 180, ['edit typed 60']],
    ['of two that were typed nobody knows which', [typed, later], 90, ['add 30']],
    ['less is taken from what was typed', [git, typed], 150, ['edit typed 30']],
    ['the newest first, down to nothing', [git, typed, later], 150, ['edit typed 30', 'delete later']],
    ['evidence is shortened by the person alone', [git, typed], 100, ['choose']],
    ['nothing at all deletes all of them', [git, call], 0, ['delete git', 'delete call']],
  ])('%s', (_what, entries, wanted, steps) => {
    expect(said(planCell(entries, 'draft', wanted)).toSorted()).toEqual(steps.toSorted());
    expect(said(planCell(entries, 'reviewed', wanted))).toEqual(said(planCell(entries, 'draft', wanted)));
  });

  it('one typed with clock times does not grow by itself: the time after it may be something else’s', () => {
    const timed = sampleEntry('timed', '09:00-10:00', { source: 'manual', state: 'edited' });
    expect(said(planCell([git, timed], 'draft', 240))).toEqual(['add 60']);
  });
});

describe('on a submitted day', () => {
  it.each<[string, Entry[], number, string[]]>([
    ['more corrects the longest', [git, call], 180, ['correct git 30']],
    ['less is taken from what was typed first', [git, typed], 135, ['correct typed -30']],
    ['then from the longest', [git, typed], 100, ['correct typed -45', 'correct git -20']],
    [
      'never more than its corrections left',
      [git, correctionOf('git', -90), call],
      20,
      ['correct git -30', 'correct call -10'],
    ],
    ['a ticket of which nothing was submitted corrects the day', [], 30, ['correct day 30']],
  ])('%s', (_what, entries, wanted, steps) => {
    expect(said(planCell(entries, 'submitted', wanted))).toEqual(steps);
  });
});

it('asks for words only where an entry or a correction is made', () => {
  expect(wordsFor(planCell([], 'draft', 30))).toBe('description');
  expect(wordsFor(planCell([git], 'submitted', 30))).toBe('reason');
  expect(wordsFor(planCell([git], 'draft', 30))).toBeNull();
  expect(wordsFor(planCell([git, typed], 'draft', 100))).toBeNull();
});

it('whatever is in the cell: only its entries change, and they add up to what was typed', () => {
  const anEntry = fc.record({
    length: fc.integer({ min: 1, max: 300 }),
    source: fc.constantFrom<EntrySource>('git', 'calendar', 'manual', 'timer'),
    made: fc.nat(9),
  });
  const status = fc.constantFrom('draft' as const, 'reviewed' as const, 'submitted' as const);
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 6 }), status, fc.nat(900), (given, on, wanted) => {
      const entries = given.map(({ length, source, made }, at) => entry(`e${at}`, length, source, made));
      const plan = planCell(entries, on, wanted);
      if (plan.kind === 'choose') {
        // Only where evidence would have to be cut, and there is more than one thing it could be.
        expect(on).not.toBe('submitted');
        expect(entries.length).toBeGreaterThan(1);
        return;
      }
      const after = new Map(entries.map(({ id, minutes: length }) => [id as string, length as number]));
      for (const step of plan.steps) {
        const touched = step.what === 'correct' ? step.of : step.what === 'add' ? null : step.entry;
        if (touched !== null) expect(entries).toContain(touched);
        if (step.what === 'add') after.set('new', step.minutes);
        else if (step.what === 'edit') after.set(step.entry.id, step.minutes);
        else if (step.what === 'delete') after.delete(step.entry.id);
        else after.set(step.of?.id ?? 'day', (after.get(step.of?.id ?? 'day') ?? 0) + step.minutes);
      }
      expect([...after.values()].reduce((sum, length) => sum + length, 0)).toBe(wanted);
      for (const length of after.values()) expect(length).toBeGreaterThanOrEqual(0);
      // What is submitted is only ever added to; evidence never grows where it is not alone.
      for (const step of plan.steps) {
        if (on === 'submitted') expect(step.what).toBe('correct');
        else expect(step.what).not.toBe('correct');
        if (step.what === 'edit' && step.entry.source !== 'manual') expect(entries).toHaveLength(1);
      }
    }),
  );
});
