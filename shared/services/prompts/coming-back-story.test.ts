import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { commitAt } from '../../ports/memory-world.ts';
import { anEvent } from '../../ports/sample-sources.ts';
import type { Id } from '../../values/ids.ts';
import { confirmNow } from '../close-day.ts';
import { listSessions, pauseSession, resumeSession, startSession, stopSession } from '../session.ts';
import { showStatus } from '../session-status.ts';
import { setSetting } from '../settings.ts';
import { showDay } from '../show-day.ts';
import { redoLast, undoLast } from '../undo.ts';
import { submitNow } from '../week.ts';
import { answerPrompt } from './answer-prompt.ts';
import { listPrompts } from './list-prompts.ts';
import { at, onlyAbsences, promptWorld, says, was } from './prompt-day.fixture.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = promptWorld();
});

const entries = async () =>
  (await showDay(world, { date: '2026-02-10' })).entries.map(
    (entry) => `${entry.ticket ?? '-'} ${entry.minutes} ${entry.source} ${entry.description}`,
  );

describe('coming back', () => {
  beforeEach(async () => {
    await onlyAbsences(world);
    world.clock.jumpTo(at(12));
    await was(world, at(9), at(10));
    await was(world, at(10), at(10, 40), 'idle');
    await was(world, at(10, 40), at(11));
    await was(world, at(11), at(11, 20), 'locked');
    await was(world, at(11, 20), at(12));
  });

  it('asks about all absences in one list, and an answer touches only what it names', async () => {
    expect(await says(world)).toEqual(['You were away 2 times. 10:00–10:40, 11:00–11:20.']);
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
    expect(await says(world)).toEqual(['You were away 2 times. 10:00–10:40, 11:00–11:20.']);
    await answerPrompt(world, {
      prompt: first!.key,
      answer: 'ticket',
      ticket: 'TB-7',
      description: 'at the white board',
    });
    await answerPrompt(world, { prompt: second!.key, answer: 'break' });
    expect(await says(world)).toEqual([]);
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
    expect(await says(world)).toEqual([]);
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
    expect(await says(world)).toEqual([]);
  });

  it('a break left out of a session is given back by undo, asked about again, and left out again by redo', async () => {
    const minutes = async () => (await showStatus(world)).running?.minutes;
    world.clock.jumpTo(at(9));
    await startSession(world, { what: 'TB-042 socket' });
    world.clock.jumpTo(at(12));
    const asked = await says(world);
    await answerPrompt(world, { prompt: 'absence:2026-02-10T09:00:00.000Z', answer: 'break' });
    expect(await minutes()).toBe(140);
    expect(await says(world)).toHaveLength(1);
    // What became of the session meanwhile stays.
    await pauseSession(world);
    world.clock.jumpTo(at(12, 30));
    await resumeSession(world);
    expect((await undoLast(world)).done).toBe('leaving a break out of a session');
    expect(await minutes()).toBe(180);
    expect(await says(world)).toEqual(asked);
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
    const asked = await says(world);
    await answerPrompt(world, { prompt: key, answer: 'ticket', ticket: 'APP-1', description: 'call' });
    expect([await minutes(), await entries()]).toEqual([140, ['APP-1 40 manual call']]);
    expect(await says(world)).toHaveLength(1);
    expect((await undoLast(world)).done).toBe('saying what an absence was');
    expect([await minutes(), await entries(), await says(world)]).toEqual([180, [], asked]);
    await redoLast(world);
    expect([await minutes(), await entries()]).toEqual([140, ['APP-1 40 manual call']]);
    expect(await says(world)).toHaveLength(1);
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
    expect(await says(world)).toEqual([
      'You were away 11:00–11:20. 20m. A break, a ticket, or a meeting? Without an answer it does not count.',
    ]);
  });
});
