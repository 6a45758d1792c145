import { beforeEach, describe, expect, it } from 'vitest';
import type { PresenceState } from '../../evidence/presence.ts';
import { commitAt, memoryWorld } from '../../ports/memory-world.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { anEvent } from '../../ports/sample-sources.ts';
import type { Id } from '../../values/ids.ts';
import type { Instant } from '../../values/instant.ts';
import { atClock, parseLocalDay } from '../../values/local-day.ts';
import { addEntry, logWords } from '../add-entry.ts';
import { confirmNow } from '../close-day.ts';
import { editProject } from '../connections/projects.ts';
import { listSessions, pauseSession, resumeSession, startSession, stopSession } from '../session.ts';
import { showStatus } from '../session-status.ts';
import { setSetting } from '../settings.ts';
import { showDay } from '../show-day.ts';
import { redoLast, undoLast } from '../undo.ts';
import { submitNow } from '../week.ts';
import { answerPrompt } from './answer-prompt.ts';
import { listPrompts } from './list-prompts.ts';
import { snoozePrompts } from './snooze-prompts.ts';

const BERLIN = 'Europe/Berlin';
const TUESDAY = parseLocalDay('2026-02-10')!;
let world: MemoryWorld;
const at = (hour: number, minute = 0): Instant => atClock(TUESDAY, hour, minute, BERLIN);
const says = async () => (await listPrompts(world)).map(({ title, text }) => `${title} ${text}`);
const was = (start: Instant, end: Instant, state: PresenceState = 'active') =>
  world.stores.evidence.putPresence({
    id: world.ids.next(start),
    user: 'max',
    start,
    end,
    state,
    backend: 'test',
    zone: BERLIN,
    open: false,
  });
const onlyAbsences = async () => {
  await setSetting(world, { key: 'reminders.endOfDay', value: false });
  await setSetting(world, { key: 'reminders.week', value: false });
};
const entries = async () =>
  (await showDay(world, { date: '2026-02-10' })).entries.map(
    (entry) => `${entry.ticket ?? '-'} ${entry.minutes} ${entry.source} ${entry.description}`,
  );

beforeEach(() => {
  world = memoryWorld('2026-02-10T17:31:00+01:00', BERLIN);
});

describe('the end of the day', () => {
  it('says what is open, and is over when the day is reviewed', async () => {
    await was(at(9), at(12));
    await addEntry(world, {
      date: 'today',
      ticket: 'TB-1',
      startedAt: '2026-02-10T08:00:00Z',
      endedAt: '2026-02-10T10:00:00Z',
      description: 'socket',
    });
    await logWords(world, { text: '4h15m for reading' });
    const [prompt] = await listPrompts(world);
    expect(prompt).toMatchObject({
      kind: 'end-of-day',
      title: 'Today: 6h15m of 8h.',
      text: '1 gap, 1 without a ticket.',
      to: '/today/2026-02-10',
    });
    await confirmNow(world, { date: 'today', unallocated: true });
    expect(await says()).toEqual([]);
  });

  it('is put off for an hour, until tomorrow or Monday, and comes back once', async () => {
    await logWords(world, { text: '8h on TB-1 for work' });
    expect(await says()).toEqual(['Today: 8h of 8h. Nothing is open; it only needs your confirmation.']);
    expect(await snoozePrompts(world, { until: '1h' })).toEqual([]);
    world.clock.advance(59 * 60_000);
    expect(await says()).toEqual([]);
    world.clock.advance(60_000);
    expect(await says()).toHaveLength(1);
    const [prompt] = await listPrompts(world);
    await snoozePrompts(world, { until: 'tomorrow', prompt: prompt!.key });
    world.clock.jumpTo(atClock(parseLocalDay('2026-02-11')!, 8, 59, BERLIN));
    expect(await says()).toEqual([]);
    world.clock.advance(60_000);
    expect(await says()).toEqual([
      'Tuesday is not reviewed yet: 8h of 8h. Nothing is open; it only needs your confirmation.',
    ]);
    await answerPrompt(world, { prompt: 'end-of-day:2026-02-10', answer: 'dismiss' });
    expect(await says()).toEqual([]);
    expect(world.events.published).toContainEqual({ kind: 'prompts' });
  });

  it('on Friday names the week', async () => {
    await logWords(world, { text: '7h on TB-1 for work' });
    world.clock.jumpTo(atClock(parseLocalDay('2026-02-13')!, 17, 30, BERLIN));
    await logWords(world, { text: '6h on TB-1 for work' });
    const week = async () => (await says()).filter((text) => text.includes('week') || text.includes('days'));
    expect(await week()).toEqual(['2 days are not reviewed yet: Tue, Fri. 13h of 40h in week 7.']);
    await confirmNow(world, { date: '2026-02-10' });
    await confirmNow(world, { date: '2026-02-13' });
    expect(await says()).toEqual(['Week 7 is reviewed. 13h of 40h. It can be submitted.']);
    await submitNow(world, { week: 'this' });
    expect(await says()).toEqual([]);
  });
});

describe('coming back', () => {
  beforeEach(async () => {
    await onlyAbsences();
    world.clock.jumpTo(at(12));
    await was(at(9), at(10));
    await was(at(10), at(10, 40), 'idle');
    await was(at(10, 40), at(11));
    await was(at(11), at(11, 20), 'locked');
    await was(at(11, 20), at(12));
  });

  it('asks about all absences in one list, and an answer touches only what it names', async () => {
    expect(await says()).toEqual(['You were away 2 times. 10:00–10:40, 11:00–11:20.']);
    const [prompt] = await listPrompts(world);
    const [first, second] = prompt?.kind === 'absences' ? prompt.absences : [];
    const left = await answerPrompt(world, {
      prompt: first!.key,
      answer: 'ticket',
      ticket: 'TB-7',
      description: 'at the white board',
    });
    expect(left.map(({ title }) => title)).toEqual(['You were away 11:00–11:20.']);
    expect(await entries()).toEqual(['TB-7 40 manual at the white board']);
    // Undo takes the entry back, and then it is an open question again.
    await undoLast(world);
    expect(await says()).toEqual(['You were away 2 times. 10:00–10:40, 11:00–11:20.']);
    await answerPrompt(world, {
      prompt: first!.key,
      answer: 'ticket',
      ticket: 'TB-7',
      description: 'at the white board',
    });
    await answerPrompt(world, { prompt: second!.key, answer: 'break' });
    expect(await says()).toEqual([]);
    expect(await entries()).toEqual(['TB-7 40 manual at the white board']);
  });

  it('a meeting needs no ticket; a ticket needs one, and other words do not fit', async () => {
    const key = 'absence:2026-02-10T09:00:00.000Z';
    await expect(answerPrompt(world, { prompt: key, answer: 'ticket' })).rejects.toThrow('Which ticket');
    await expect(answerPrompt(world, { prompt: key, answer: 'switch' })).rejects.toThrow('no answer');
    await expect(answerPrompt(world, { prompt: 'absences', answer: 'break' })).rejects.toThrow('no answer');
    await expect(answerPrompt(world, { prompt: 'absence:x', answer: 'break' })).rejects.toThrow(
      'Nothing waits',
    );
    await answerPrompt(world, { prompt: key, answer: 'meeting' });
    expect(await entries()).toEqual(['- 40 manual Meeting']);
  });

  it('under a meeting, or with a commit in it, nothing is asked', async () => {
    const meeting = { start: at(10), end: at(10, 45), title: 'Planning' };
    await world.stores.calendar.put('ics:1', [anEvent('planning', meeting)], []);
    await setSetting(world, { key: 'identity.emails', value: ['max@x'] });
    await setSetting(world, { key: 'reminders.absenceMinutes', value: 12 });
    await world.stores.evidence.addCommits([
      { ...commitAt(at(11, 11), 'TB-2 from the other machine', 'max@x'), repository: 'r' as Id },
    ]);
    expect(await says()).toEqual([]);
  });

  it('to a session that ran on: a break is left out of it, its own ticket stays in it, nothing else moves', async () => {
    world.clock.jumpTo(at(9));
    await startSession(world, { what: 'TB-042 socket' });
    world.clock.jumpTo(at(12));
    await answerPrompt(world, {
      prompt: 'absence:2026-02-10T10:00:00.000Z',
      answer: 'ticket',
      ticket: 'TB-042',
    });
    expect((await showStatus(world)).running?.minutes).toBe(180);
    await answerPrompt(world, { prompt: 'absence:2026-02-10T09:00:00.000Z', answer: 'break' });
    expect((await showStatus(world)).running?.minutes).toBe(140);
    await stopSession(world);
    expect(await entries()).toEqual(['TB-042 140 timer socket']);
    expect(await says()).toEqual([]);
  });

  it('a break left out of a session is given back by undo, asked about again, and left out again by redo', async () => {
    const minutes = async () => (await showStatus(world)).running?.minutes;
    world.clock.jumpTo(at(9));
    await startSession(world, { what: 'TB-042 socket' });
    world.clock.jumpTo(at(12));
    const asked = await says();
    await answerPrompt(world, { prompt: 'absence:2026-02-10T09:00:00.000Z', answer: 'break' });
    expect(await minutes()).toBe(140);
    expect(await says()).toHaveLength(1);
    // What became of the session meanwhile stays.
    await pauseSession(world);
    world.clock.jumpTo(at(12, 30));
    await resumeSession(world);
    expect((await undoLast(world)).done).toBe('leaving a break out of a session');
    expect(await minutes()).toBe(180);
    expect(await says()).toEqual(asked);
    await redoLast(world);
    expect(await minutes()).toBe(140);
    await undoLast(world);
    await stopSession(world);
    expect(await entries()).toEqual(['TB-042 180 timer socket']);
  });

  it('a ticket instead of the session that ran on is one step: undo gives the time back and asks again', async () => {
    const minutes = async () => (await showStatus(world)).running?.minutes;
    const key = 'absence:2026-02-10T09:00:00.000Z';
    world.clock.jumpTo(at(9));
    await startSession(world, { what: 'TB-042 socket' });
    world.clock.jumpTo(at(12));
    const asked = await says();
    await answerPrompt(world, { prompt: key, answer: 'ticket', ticket: 'APP-1', description: 'call' });
    expect([await minutes(), await entries()]).toEqual([140, ['APP-1 40 manual call']]);
    expect(await says()).toHaveLength(1);
    expect((await undoLast(world)).done).toBe('saying what an absence was');
    expect([await minutes(), await entries(), await says()]).toEqual([180, [], asked]);
    await redoLast(world);
    expect([await minutes(), await entries()]).toEqual([140, ['APP-1 40 manual call']]);
    expect(await says()).toHaveLength(1);
    await undoLast(world);
    await stopSession(world);
    expect(await entries()).toEqual(['TB-042 180 timer socket']);
    // A meeting is one step as well; nothing that was before it is taken back with it.
    await answerPrompt(world, { prompt: key, answer: 'meeting', description: 'planning' });
    expect(await entries()).toEqual(['TB-042 140 timer socket', '- 40 manual planning']);
    await undoLast(world);
    expect(await entries()).toEqual(['TB-042 180 timer socket']);
  });

  it('a break of a reviewed day makes it a draft again; given back, it is still to be looked over', async () => {
    const counted = async () => (await listSessions(world, {}))[0]?.minutes;
    const status = async () => (await showDay(world, { date: 'today' })).status;
    world.clock.jumpTo(at(9));
    await startSession(world, { what: 'TB-042 socket' });
    world.clock.jumpTo(at(12));
    await stopSession(world);
    await confirmNow(world, { date: 'today' });
    await answerPrompt(world, { prompt: 'absence:2026-02-10T09:00:00.000Z', answer: 'break' });
    expect([await counted(), await status()]).toEqual([140, 'draft']);
    await undoLast(world);
    expect([await counted(), await status()]).toEqual([180, 'draft']);
    // The confirmation before it is the next step to be taken back.
    expect((await undoLast(world)).done).toBe('confirming a day');
  });

  it('to a session that has ended: another ticket takes the time out of it; what is submitted stays', async () => {
    world.clock.jumpTo(at(9));
    await startSession(world, { what: 'TB-042 socket' });
    world.clock.jumpTo(at(12));
    await stopSession(world);
    await answerPrompt(world, {
      prompt: 'absence:2026-02-10T09:00:00.000Z',
      answer: 'ticket',
      ticket: 'APP-1',
    });
    expect(await entries()).toEqual(['TB-042 140 timer socket', 'APP-1 40 manual Away from the machine']);
    await confirmNow(world, { date: 'today' });
    await submitNow(world, { week: 'this' });
    await expect(
      answerPrompt(world, { prompt: 'absence:2026-02-10T10:00:00.000Z', answer: 'break' }),
    ).rejects.toThrow('submitted');
    expect(await says()).toEqual([
      'You were away 11:00–11:20. 20m. A break, a ticket, or a meeting? Without an answer it does not count.',
    ]);
  });
});

describe('a meeting on a ticket', () => {
  it('is switched to, and back from, each with one word', async () => {
    await onlyAbsences();
    world.clock.jumpTo(at(9));
    await startSession(world, { what: 'TB-042 socket' });
    const meeting = { start: at(10), end: at(10, 30), title: 'APP-100: stand-up' };
    await world.stores.calendar.put('ics:1', [anEvent('standup', meeting)], []);
    world.clock.jumpTo(at(10));
    const [offer] = await listPrompts(world);
    expect(offer).toMatchObject({
      title: '“APP-100: stand-up” goes on until 10:30.',
      text: 'TB-042 runs. Switch to APP-100?',
      answers: ['switch', 'dismiss'],
    });
    await answerPrompt(world, { prompt: offer!.key, answer: 'switch' });
    expect((await showStatus(world)).running).toMatchObject({ ticket: 'APP-100', title: 'stand-up' });
    world.clock.jumpTo(at(10, 30));
    const [over] = await listPrompts(world);
    expect(over?.text).toBe('Back to TB-042 socket?');
    await answerPrompt(world, { prompt: over!.key, answer: 'back' });
    expect((await showStatus(world)).running).toMatchObject({ ticket: 'TB-042', title: 'socket' });
    expect((await listSessions(world, {})).map(({ minutes }) => minutes)).toEqual([0, 30, 60]);
    expect(await says()).toEqual([]);
  });
});

describe('a budget and a long session', () => {
  it('are told until they are waved away; a budget that grows is told again', async () => {
    await onlyAbsences();
    await editProject(world, { key: 'TB', name: 'Tracker', budgetHours: 10 });
    await logWords(world, { text: '8h on TB-1 for work' });
    const [warning] = await listPrompts(world);
    expect(warning).toMatchObject({
      title: 'Tracker has used 80 % of its budget.',
      text: '8h of 10h.',
      to: '/customers?project=TB',
    });
    await answerPrompt(world, { prompt: warning!.key, answer: 'dismiss' });
    expect(await says()).toEqual([]);
    await logWords(world, { text: '3h on TB-1 for work' });
    expect(await says()).toEqual(['Tracker has used up its budget. 11h of 10h.']);
    await setSetting(world, { key: 'reminders.budgetPercents', value: [] });
    expect(await says()).toEqual([]);
  });

  it('a session that runs for hours can be stopped from there', async () => {
    await onlyAbsences();
    world.clock.jumpTo(at(9));
    await startSession(world, { what: 'TB-042 socket' });
    world.clock.jumpTo(at(14));
    const [long] = await listPrompts(world);
    expect(long).toMatchObject({
      title: 'TB-042 socket has been running for 5h.',
      answers: ['stop', 'dismiss'],
    });
    await answerPrompt(world, { prompt: long!.key, answer: 'stop' });
    expect((await showStatus(world)).running).toBeNull();
  });
});
