import { beforeEach, describe, expect, it } from 'vitest';
import type { QuestionShape } from '../contract/question-operations.ts';
import type { MemoryWorld } from '../ports/memory-world.ts';
import { commitAt, memoryWorld } from '../ports/memory-world.ts';
import { instant } from '../values/instant.ts';
import { addEntry, logWords } from './add-entry.ts';
import { confirmNow } from './close-day.ts';
import { editEntry, removeEntry } from './edit-entry.ts';
import { addRepositories } from './repositories.ts';
import { openQuestions } from './review-questions.ts';
import { setCell } from './set-cell.ts';
import { dismissGap } from './settle-gap.ts';
import { viewDay } from './show-day.ts';
import { attendMeeting, bookSeries } from './sources/calendar-series.ts';
import { undoLast } from './undo.ts';
import { showWeek, submitNow } from './week.ts';

const BERLIN = 'Europe/Berlin';
const me = 'max@example.com';
const WEEK = '2026-W07';
const at = (text: string) => instant(Date.parse(text));
const on = (day: number, clock: string) => at(`2026-02-${String(day).padStart(2, '0')}T${clock}:00+01:00`);

let world: MemoryWorld;
const week = () => showWeek(world, { week: WEEK });
const ask = () => openQuestions(world, { week: WEEK }, async () => []);
/** `meeting Stand-up 30`, in the order they are asked. */
const said = async () =>
  (await ask()).questions.map(({ kind, title, minutes }) => [kind, title, minutes].filter(Boolean).join(' '));
const cell = (day: number, ticket: string, minutes: string, words: object = {}) =>
  setCell(world, { date: `2026-02-${String(day).padStart(2, '0')}`, ticket, minutes, ...words });
/** The cells of the week, `TB-042 0 120 60 …`. */
const cells = async () =>
  (await week()).tickets.map(({ ticket, days }) => [ticket ?? '-', ...days].join(' ')).toSorted();

async function wasThere(day: number, from: string, to: string): Promise<void> {
  await world.stores.evidence.putPresence({
    id: world.ids.next(on(day, from)),
    user: 'max',
    start: on(day, from),
    end: on(day, to),
    state: 'active',
    backend: 'test',
    zone: BERLIN,
    open: false,
  });
}

beforeEach(async () => {
  world = memoryWorld('2026-02-13T18:00:00+01:00', BERLIN, { 'identity.emails': [me] });
  world.git.repositories.set('/work/shop', { commits: [], broken: null });
  const { commits } = world.git.repositories.get('/work/shop')!;
  commits.push(commitAt(on(9, '10:00'), 'TB-042: fix socket', me));
  commits.push(commitAt(on(10, '10:00'), 'TB-051: lock the row', me));
  await addRepositories(world, { path: '/work' });
  await wasThere(9, '09:00', '12:00');
  await wasThere(10, '09:00', '12:00');
});

describe('a number typed into the week', () => {
  it('changes its own cell, keeps all sums, and is one step to undo', async () => {
    const before = await cells();
    expect(before).toEqual(['TB-042 180 0 0 0 0 0 0', 'TB-051 0 180 0 0 0 0 0']);
    expect(await cell(9, 'TB-042', '+15m')).toEqual({ needs: null, before: 180, minutes: 195, entries: 1 });
    expect(await cells()).toEqual(['TB-042 195 0 0 0 0 0 0', 'TB-051 0 180 0 0 0 0 0']);
    const { days, totals, tickets } = await week();
    expect(days.map((day) => day.minutes)).toEqual([195, 180, 0, 0, 0, 0, 0]);
    expect(totals.minutes).toBe(375);
    expect(tickets.reduce((sum, row) => sum + row.minutes, 0)).toBe(375);
    expect(await undoLast(world)).toMatchObject({ done: 'typing into the week' });
    expect(await cells()).toEqual(before);
  });

  it('writes nothing while words are wanted, then an entry by hand', async () => {
    const wanted = { needs: 'description', before: 0, minutes: 45, entries: 0 };
    expect(await cell(11, 'TB-051', '45')).toEqual(wanted);
    expect(await cells()).toEqual(['TB-042 180 0 0 0 0 0 0', 'TB-051 0 180 0 0 0 0 0']);
    await cell(11, 'TB-051', '45', { description: 'review' });
    expect(await cells()).toEqual(['TB-042 180 0 0 0 0 0 0', 'TB-051 0 180 45 0 0 0 0']);
    const { entries } = (await viewDay(world, { date: '2026-02-11' })).day;
    expect(entries).toMatchObject([
      { source: 'manual', description: 'review', evidence: [], startedAt: null },
    ]);
  });

  it('leaves it to the person which of several entries gets shorter', async () => {
    await logWords(world, { text: '30m on TB-042 for review on 2026-02-09' });
    expect(await cell(9, 'TB-042', '2h')).toMatchObject({ needs: 'choice', before: 210 });
    expect(await cell(9, 'TB-042', '3h10m')).toMatchObject({ needs: null, minutes: 190, entries: 2 });
    expect((await cells())[0]).toBe('TB-042 190 0 0 0 0 0 0');
  });

  it('is refused in words when it makes no sense', async () => {
    await week();
    await expect(cell(9, 'TB-042', 'soon')).rejects.toMatchObject({ code: 'usage' });
    await expect(cell(9, 'TB-042', '-4h')).rejects.toMatchObject({
      code: 'usage',
      remedy: 'Take away at most 3h.',
    });
    await expect(cell(9, 'TB-042', '30h')).rejects.toMatchObject({ code: 'usage' });
  });

  it('is a correction with a reason on a submitted day, and leaves what was submitted', async () => {
    await confirmNow(world, { date: '2026-02-09' });
    await submitNow(world, { week: WEEK });
    expect(await cell(9, 'TB-042', '2h')).toMatchObject({ needs: 'reason', before: 180 });
    await cell(9, 'TB-042', '2h', { reason: 'lunch was in it' });
    await cell(9, 'TB-099', '30m', { reason: 'the call was forgotten' });
    const after = await week();
    expect(await cells()).toEqual([
      'TB-042 120 0 0 0 0 0 0',
      'TB-051 0 180 0 0 0 0 0',
      'TB-099 30 0 0 0 0 0 0',
    ]);
    expect(after.corrections.map(({ ticket, minutes, reason }) => [ticket, minutes, reason])).toEqual([
      ['TB-099', 30, 'the call was forgotten'],
      ['TB-042', -60, 'lunch was in it'],
    ]);
    const { entries } = (await viewDay(world, { date: '2026-02-09' })).day;
    expect(entries.map(({ minutes, source }) => `${minutes} ${source}`)).toContain('180 git');
    await expect(undoLast(world)).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('the questions of a week', () => {
  const meeting = (day: number, from: string, to: string, series: string | null, title: string) => ({
    source: 'ics:1',
    id: `${title} ${day}`,
    series,
    title,
    start: on(day, from),
    end: on(day, to),
    allDay: false,
    status: 'confirmed' as const,
    response: 'accepted' as const,
    busy: true,
    attended: null,
    kind: 'default' as const,
  });

  beforeEach(async () => {
    await world.stores.calendar.put(
      'ics:1',
      [
        meeting(9, '11:00', '11:15', 'daily', 'Stand-up'),
        meeting(10, '11:00', '11:15', 'daily', 'Stand-up'),
        meeting(10, '14:00', '15:00', null, 'Vendor'),
      ],
      [],
    );
    await wasThere(9, '13:00', '14:30');
    await logWords(world, { text: '20m reading on 2026-02-09' });
    const hours = { date: '2026-02-12', description: 'pairing' };
    await addEntry(world, {
      ...hours,
      ticket: 'TB-1',
      startedAt: '2026-02-12T09:00:00Z',
      endedAt: '2026-02-12T13:00:00Z',
    });
    await addEntry(world, {
      ...hours,
      ticket: 'TB-2',
      startedAt: '2026-02-12T12:00:00Z',
      endedAt: '2026-02-12T17:00:00Z',
    });
  });

  it('are asked in an order in which one answer does not undo another', async () => {
    await week();
    expect(await said()).toEqual([
      'meeting Stand-up 30',
      'meeting Vendor 60',
      'entry reading 20',
      'gap 60',
      'gap 90',
      'overlap pairing 60',
      'attend Vendor 60',
      'day 200',
      'day 240',
      'day 540',
    ]);
    expect(await ask()).toMatchObject({ seconds: 20 + 20 + 25 + 30 + 30 + 40 + 20 + 20 + 20 + 20 });
  });

  it('are gone once answered, come back when it is taken back, and are never asked again', async () => {
    await week();
    const first = (await ask()).questions;
    const answered = new Set<string>();
    for (;;) {
      const { questions } = await ask();
      for (const { id } of questions) expect(answered).not.toContain(id);
      // What is still asked was asked from the start: answers bring up nothing new.
      expect(first.map(({ id }) => id)).toEqual(expect.arrayContaining(questions.map(({ id }) => id)));
      const [next] = questions;
      if (!next) break;
      expect(next.waitsFor).toBe(0);
      await answer(next);
      answered.add(next.id);
    }
    // Whoever says what a meeting went into is not asked whether they were there.
    expect(first.filter(({ id }) => !answered.has(id)).map(({ kind }) => kind)).toEqual(['attend']);
    const { days } = await week();
    expect(days.filter(({ entries }) => entries > 0).every(({ status }) => status === 'reviewed')).toBe(true);
    await undoLast(world);
    expect(await said()).toEqual(['day 540']);
  });

  it('a meeting that is always booked somewhere is not asked about twice; taken back, all of it is open again', async () => {
    await week();
    const vendor = async () => (await said()).filter((question) => question.includes('Vendor'));
    expect(await vendor()).toEqual(['meeting Vendor 60', 'attend Vendor 60']);
    const entry = (await ask()).questions.find(({ title }) => title === 'Vendor')!.entries[0]!.id;
    await bookSeries(world, { entry, ticket: 'TB-9' });
    expect(await vendor()).toEqual([]);
    await bookSeries(world, { entry, ticket: '' });
    expect(await vendor()).toEqual(['meeting Vendor 60', 'attend Vendor 60']);
  });

  async function answer(question: QuestionShape): Promise<void> {
    const [entry, other] = question.entries;
    const times = { startedAt: question.startedAt!, endedAt: question.endedAt! };
    switch (question.kind) {
      case 'meeting':
        await bookSeries(world, { entry: entry!.id, ticket: 'APP-100' });
        return;
      case 'entry':
        await editEntry(world, { id: entry!.id, ticket: question.suggestions[0]!.ticket });
        return;
      case 'gap':
        if (question.minutes === 90)
          await addEntry(world, {
            date: question.dates[0]!,
            ticket: 'TB-042',
            ...times,
            description: 'work',
          });
        else await dismissGap(world, { ...times, verdict: 'break' });
        return;
      case 'overlap':
        if (other!.minutes <= question.minutes) await removeEntry(world, { id: other!.id });
        else await dismissGap(world, { ...times, verdict: 'ignored' });
        return;
      case 'attend':
        await attendMeeting(world, { entry: question.meeting!.id, attended: true });
        return;
      case 'day':
        await confirmNow(world, { date: question.dates[0]! });
        return;
      case 'remote':
        throw new Error('nothing is booked in this story');
    }
  }

  it('ask about the provider only when something there is otherwise', async () => {
    await world.settings.set('booking.provider', 'productive');
    await confirmNow(world, { date: '2026-02-12' });
    await submitNow(world, { week: WEEK });
    const { entries } = (await viewDay(world, { date: '2026-02-12' })).day;
    const state = (entryId: string, is: 'booked' | 'differs') => ({
      entryId,
      date: '2026-02-12',
      ticket: null,
      state: is,
      reason: null,
      remoteId: '1',
      provider: 'productive' as const,
    });
    const kinds = async (is: 'booked' | 'differs') =>
      (await openQuestions(world, { week: WEEK }, async () => [state(entries[0]!.id, is)])).questions
        .map(({ kind }) => kind)
        .filter((kind) => kind === 'remote');
    expect(await kinds('booked')).toEqual([]);
    expect(await kinds('differs')).toEqual(['remote']);
  });
});
