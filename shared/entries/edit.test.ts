import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../values/ids.ts';
import { coveredMs } from '../values/interval.ts';
import { formatClock } from '../values/local-day.ts';
import { minutes } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { applyEdit, deleteEntry, mergeEntries, splitEntry } from './edit.ts';
import type { Entry } from './entry.ts';
import { clock, commitRef, sampleEntry } from './sample-entry.ts';

const now = clock('18:00');
const ticket = (text: string) => text as TicketId;
const id = (text: string) => text as Id;
const show = (at: Entry['startedAt']) => (at === null ? '?' : formatClock(at, 'Europe/Berlin'));
/** `09:00-10:00 60m`, with every stretch. */
const shape = (entry: Entry) =>
  `${entry.spans.map((span) => `${show(span.start)}-${show(span.end)}`).join(' ')} ${entry.minutes}m`.trim();

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'none';
}

describe('changing an entry', () => {
  const morning = sampleEntry('morning', '09:00-10:00 11:00-12:30', { minutes: minutes(150) });
  const typed = sampleEntry('typed', '09:00-10:00', { source: 'manual', key: null });

  it('makes it the person’s own', () => {
    expect(applyEdit(morning, { ticket: ticket('APP-7'), project: 'APP' }, now)).toEqual({
      ...morning,
      ticket: 'APP-7',
      project: 'APP',
      state: 'edited',
      revision: 2,
      updatedAt: now,
    });
  });

  it('may take the ticket away', () => {
    expect(applyEdit(morning, { ticket: null, project: null }, now)).toMatchObject({
      ticket: null,
      project: null,
    });
  });

  it('new minutes on derived time: what was observed stays', () => {
    const after = applyEdit(morning, { minutes: minutes(90) }, now);
    expect([shape(after), after.rawMinutes]).toEqual(['09:00-10:00 11:00-12:30 90m', 150]);
  });

  it('new minutes on typed times: the end follows', () => {
    const after = applyEdit(typed, { minutes: minutes(90) }, now);
    expect([shape(after), show(after.endedAt), after.rawMinutes]).toEqual(['09:00-10:30 90m', '10:30', 90]);
  });

  it('new minutes where no times were typed: only minutes', () => {
    const noClock = sampleEntry('training', '', { minutes: minutes(60), rawMinutes: minutes(60) });
    expect(shape(applyEdit(noClock, { minutes: minutes(45) }, now))).toBe('45m');
  });

  it('new times set the minutes', () => {
    const after = applyEdit(morning, { startedAt: clock('09:15'), endedAt: clock('10:00') }, now);
    expect([shape(after), show(after.startedAt), after.rawMinutes]).toEqual([
      '09:15-10:00 45m',
      '09:15',
      150,
    ]);
  });

  it('new times with fewer minutes: a break was in it', () => {
    const patch = { startedAt: clock('09:00'), endedAt: clock('12:00'), minutes: minutes(150) };
    expect(shape(applyEdit(typed, patch, now))).toBe('09:00-12:00 150m');
  });

  it('a form that sends the old times along changes no times, though minutes were rounded up', () => {
    const rounded = sampleEntry('short', '09:00-09:53', { minutes: minutes(60) });
    const { startedAt, endedAt } = rounded;
    const patch = {
      startedAt: startedAt!,
      endedAt: endedAt!,
      minutes: rounded.minutes,
      description: 'new words',
    };
    expect(shape(applyEdit(rounded, patch, now))).toBe('09:00-09:53 60m');
  });

  it('a proposal rounded to nothing may still get a ticket', () => {
    const tiny = sampleEntry('tiny', '', { minutes: minutes(0) });
    expect(applyEdit(tiny, { ticket: ticket('APP-7') }, now).ticket).toBe('APP-7');
  });

  it.each<[string, Parameters<typeof applyEdit>[1]]>([
    ['no minutes', { minutes: minutes(0) }],
    ['negative minutes', { minutes: minutes(-30) }],
    ['more minutes than the day has', { minutes: minutes(1441) }],
    ['minutes that would pass midnight', { minutes: minutes(16 * 60) }],
    ['an end before the start', { startedAt: clock('10:00'), endedAt: clock('09:00') }],
    [
      'more minutes than lie between the times',
      { startedAt: clock('09:00'), endedAt: clock('09:30'), minutes: minutes(45) },
    ],
    ['times of another day', { startedAt: (clock('09:00') - 86_400_000) as Entry['updatedAt'] }],
    ['no description, on an entry made by hand', { description: '  ' }],
  ])('refuses %s', (_what, patch) => {
    expect(refusal(() => applyEdit(typed, patch, now))).toBe('usage');
  });

  it('refuses one time alone, and says both are needed', () => {
    const noClock = sampleEntry('training', '', { minutes: minutes(60) });
    expect(() => applyEdit(noClock, { startedAt: clock('09:00') }, now)).toThrow('Start and end');
  });
});

describe('deleting an entry', () => {
  it('hides it and keeps its key, so that it is not proposed again', () => {
    const gone = deleteEntry(sampleEntry('morning', '09:00-10:00'), now);
    expect(gone).toMatchObject({ state: 'deleted', key: 'git:morning', revision: 2, updatedAt: now });
  });
});

describe('splitting an entry', () => {
  const morning = sampleEntry('morning', '09:00-10:00 11:00-13:00', {
    commits: ['aaa', 'bbb', 'ccc'],
    evidence: [commitRef('aaa', '09:00-10:00'), commitRef('bbb', '11:00-13:00')],
  });

  it('cuts its time where the first part is over', () => {
    const [first, second] = splitEntry(morning, minutes(90), id('new'), ticket('APP-7'), now);
    expect([shape(first), shape(second)]).toEqual(['09:00-10:00 11:00-11:30 90m', '11:30-13:00 90m']);
    expect([show(first.endedAt), show(second.startedAt)]).toEqual(['11:30', '11:30']);
  });

  it('the first stays what it was, the second is new and no derivation’s', () => {
    const [first, second] = splitEntry(morning, minutes(60), id('new'), ticket('APP-7'), now);
    expect(first).toMatchObject({
      id: 'morning',
      key: 'git:morning',
      ticket: 'TB-042',
      state: 'edited',
      revision: 2,
    });
    expect(second).toMatchObject({
      id: 'new',
      key: null,
      ticket: 'APP-7',
      project: 'APP',
      state: 'edited',
      revision: 1,
    });
  });

  it('evidence and commits go with the time they explain', () => {
    const [first, second] = splitEntry(morning, minutes(60), id('new'), undefined, now);
    expect([first.evidence.map((ref) => ref.ref), second.evidence.map((ref) => ref.ref)]).toEqual([
      ['aaa'],
      ['bbb'],
    ]);
    expect([first.commits, second.commits]).toEqual([
      ['aaa', 'ccc'],
      ['bbb', 'ccc'],
    ]);
    expect(second.ticket).toBe('TB-042');
  });

  it('a commit on both sides of the cut explains both', () => {
    const [first, second] = splitEntry(morning, minutes(90), id('new'), null, now);
    expect([first.commits, second.commits]).toEqual([
      ['aaa', 'bbb', 'ccc'],
      ['bbb', 'ccc'],
    ]);
    expect([second.ticket, second.project]).toEqual([null, null]);
  });

  it('without clock times only the minutes are split', () => {
    const training = sampleEntry('training', '', { minutes: minutes(60), rawMinutes: minutes(60) });
    const parts = splitEntry(training, minutes(20), id('new'), undefined, now);
    expect(parts.map((part) => [shape(part), part.startedAt])).toEqual([
      ['20m', null],
      ['40m', null],
    ]);
  });

  it.each([0, -15, 180, 200])('refuses to split %i minutes off 180', (first) => {
    expect(refusal(() => splitEntry(morning, minutes(first), id('new'), undefined, now))).toBe('usage');
  });

  it('minutes, raw minutes and covered time always add up', () => {
    const length = fc.integer({ min: 2, max: 1440 });
    fc.assert(
      fc.property(length, length, fc.integer({ min: 0, max: 1440 }), (total, part, raw) => {
        fc.pre(part < total);
        const entry = { ...morning, minutes: minutes(total), rawMinutes: minutes(raw) };
        const [first, second] = splitEntry(entry, minutes(part), id('new'), undefined, now);
        expect([first.minutes, first.minutes + second.minutes]).toEqual([part, total]);
        expect(first.rawMinutes + second.rawMinutes).toBe(raw);
        expect(coveredMs(first.spans) + coveredMs(second.spans)).toBe(coveredMs(morning.spans));
        expect(coveredMs([...first.spans, ...second.spans])).toBe(coveredMs(morning.spans));
      }),
    );
  });
});

describe('merging entries', () => {
  const standup = sampleEntry('standup', '09:00-09:15', { ticket: null, description: 'Standup' });
  const fix = sampleEntry('fix', '09:15-10:00 11:00-12:00', {
    commits: ['aaa'],
    evidence: [commitRef('aaa', '09:15-10:00')],
  });

  it('adds time, words and evidence up; the first gives the ticket', () => {
    const { merged } = mergeEntries(fix, [standup], now);
    expect([shape(merged), show(merged.startedAt), show(merged.endedAt)]).toEqual([
      '09:00-10:00 11:00-12:00 120m',
      '09:00',
      '12:00',
    ]);
    expect(merged).toMatchObject({
      ticket: 'TB-042',
      description: 'work of fix; Standup',
      commits: ['aaa'],
      state: 'edited',
      revision: 2,
    });
    expect(merged.evidence).toHaveLength(1);
  });

  it('the others are deleted with their keys', () => {
    expect(mergeEntries(fix, [standup], now).gone).toEqual([deleteEntry(standup, now)]);
  });

  it('one without clock times leaves the whole without, but not without stretches', () => {
    const training = sampleEntry('training', '', { minutes: minutes(60) });
    const { merged } = mergeEntries(standup, [training], now);
    expect([shape(merged), merged.startedAt, merged.endedAt]).toEqual(['09:00-09:15 75m', null, null]);
  });

  it('says the same thing once', () => {
    const again = { ...fix, id: id('again') };
    const { merged } = mergeEntries(fix, [again], now);
    expect([merged.description, merged.commits, merged.evidence.length]).toEqual(['work of fix', ['aaa'], 1]);
  });

  it.each<[string, Entry[], string]>([
    ['nothing else', [], 'usage'],
    ['itself', [fix], 'usage'],
    ['an entry of another day', [{ ...standup, date: '2026-02-11' as Entry['date'] }], 'usage'],
    ['an entry of somebody else', [{ ...standup, user: 'bob' }], 'usage'],
    ['more than a day holds', [{ ...standup, minutes: minutes(1400) }], 'usage'],
    ['a deleted entry', [{ ...standup, state: 'deleted' }], 'refused'],
  ])('refuses to merge with %s', (_what, others, code) => {
    expect(refusal(() => mergeEntries(fix, others, now))).toBe(code);
  });

  it('what was split comes back whole', () => {
    const [first, second] = splitEntry(fix, minutes(60), id('new'), undefined, now);
    expect(mergeEntries(first, [second], now).merged).toMatchObject({
      minutes: 105,
      rawMinutes: 105,
      spans: fix.spans,
    });
  });
});

describe('a correction stays as it was written', () => {
  const correction = sampleEntry('correction', '', { correction: { reason: 'over-reported', of: null } });

  it.each<[string, () => unknown]>([
    ['changed', () => applyEdit(correction, { minutes: minutes(5) }, now)],
    ['deleted', () => deleteEntry(correction, now)],
    ['split', () => splitEntry(correction, minutes(5), id('new'), undefined, now)],
    ['merged', () => mergeEntries(correction, [sampleEntry('a', '09:00-10:00')], now)],
  ])('and is not %s', (_what, act) => {
    expect(refusal(act)).toBe('refused');
  });
});
