import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { anEvent } from '../../ports/sample-sources.ts';
import { atClock, parseLocalDay } from '../../values/local-day.ts';
import { addEntry, logWords } from '../add-entry.ts';
import { confirmNow } from '../close-day.ts';
import { editProject } from '../connections/projects.ts';
import { listSessions, startSession } from '../session.ts';
import { showStatus } from '../session-status.ts';
import { setSetting } from '../settings.ts';
import { submitNow } from '../week.ts';
import { answerPrompt } from './answer-prompt.ts';
import { listPrompts } from './list-prompts.ts';
import { snoozePrompts } from './snooze-prompts.ts';
import { at, BERLIN, onlyAbsences, promptWorld, says, was } from './prompt-day.fixture.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = promptWorld();
});

describe('the end of the day', () => {
  it('says what is open, and is over when the day is reviewed', async () => {
    await was(world, at(9), at(12));
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
    expect(await says(world)).toEqual([]);
  });

  it('is put off for an hour, until tomorrow or Monday, and comes back once', async () => {
    await logWords(world, { text: '8h on TB-1 for work' });
    expect(await says(world)).toEqual(['Today: 8h of 8h. Nothing is open; it only needs your confirmation.']);
    expect(await snoozePrompts(world, { until: '1h' })).toEqual([]);
    world.clock.advance(59 * 60_000);
    expect(await says(world)).toEqual([]);
    world.clock.advance(60_000);
    expect(await says(world)).toHaveLength(1);
    const [prompt] = await listPrompts(world);
    await snoozePrompts(world, { until: 'tomorrow', prompt: prompt!.key });
    world.clock.jumpTo(atClock(parseLocalDay('2026-02-11')!, 8, 59, BERLIN));
    expect(await says(world)).toEqual([]);
    world.clock.advance(60_000);
    expect(await says(world)).toEqual([
      'Tuesday is not reviewed yet: 8h of 8h. Nothing is open; it only needs your confirmation.',
    ]);
    await answerPrompt(world, { prompt: 'end-of-day:2026-02-10', answer: 'dismiss' });
    expect(await says(world)).toEqual([]);
    expect(world.events.published).toContainEqual({ kind: 'prompts' });
  });

  it('on Friday names the week', async () => {
    await logWords(world, { text: '7h on TB-1 for work' });
    world.clock.jumpTo(atClock(parseLocalDay('2026-02-13')!, 17, 30, BERLIN));
    await logWords(world, { text: '6h on TB-1 for work' });
    const week = async () =>
      (await says(world)).filter((text) => text.includes('week') || text.includes('days'));
    expect(await week()).toEqual(['2 days are not reviewed yet: Tue, Fri. 13h of 40h in week 7.']);
    await confirmNow(world, { date: '2026-02-10' });
    await confirmNow(world, { date: '2026-02-13' });
    expect(await says(world)).toEqual(['Week 7 is reviewed. 13h of 40h. It can be submitted.']);
    await submitNow(world, { week: 'this' });
    expect(await says(world)).toEqual([]);
  });
});

describe('a meeting on a ticket', () => {
  it('is switched to, and back from, each with one word', async () => {
    await onlyAbsences(world);
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
    expect(await says(world)).toEqual([]);
  });
});

describe('a budget and a long session', () => {
  it('are told until they are waved away; a budget that grows is told again', async () => {
    await onlyAbsences(world);
    await editProject(world, { key: 'TB', name: 'Tracker', budgetHours: 10 });
    await logWords(world, { text: '8h on TB-1 for work' });
    const [warning] = await listPrompts(world);
    expect(warning).toMatchObject({
      title: 'Tracker has used 80 % of its budget.',
      text: '8h of 10h.',
      to: '/customers?project=TB',
    });
    await answerPrompt(world, { prompt: warning!.key, answer: 'dismiss' });
    expect(await says(world)).toEqual([]);
    await logWords(world, { text: '3h on TB-1 for work' });
    expect(await says(world)).toEqual(['Tracker has used up its budget. 11h of 10h.']);
    await setSetting(world, { key: 'reminders.budgetPercents', value: [] });
    expect(await says(world)).toEqual([]);
  });

  it('a session that runs for hours can be stopped from there', async () => {
    await onlyAbsences(world);
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
