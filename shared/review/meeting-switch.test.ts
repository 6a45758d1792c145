import { describe, expect, it } from 'vitest';
import { plusMinutes } from '../values/instant.ts';
import type { MeetingFacts, MeetingOnTicket, RunningWork } from './meeting-switch.ts';
import { meetingOverPrompt, meetingPrompt, nextMeetingTurn, switchDetail } from './meeting-switch.ts';
import { notesByKey } from './prompt.ts';
import { aNote, when } from './sample-prompts.ts';

const at = (clock: string) => when(`2026-02-10T${clock}:00Z`);
const STANDUP: MeetingOnTicket = {
  key: 'standup',
  title: 'APP-100 stand-up',
  ticket: 'APP-100',
  start: at('10:00'),
  end: at('10:30'),
};
const work = (ticket: string | null, title = 'socket'): RunningWork => ({
  ticket,
  title,
  what: [ticket, title].join(' ').trim(),
  startedAt: at('09:00'),
});
const facts = (clock: string, given: Partial<MeetingFacts> = {}): MeetingFacts => ({
  now: at(clock),
  meetings: [STANDUP],
  running: work('TB-042'),
  usesSessions: true,
  notes: new Map(),
  ...given,
});

describe('a meeting on a ticket', () => {
  it('offers to switch while it goes on', () => {
    expect(meetingPrompt(facts('09:59'))).toBeNull();
    expect(meetingPrompt(facts('10:00'))).toMatchObject({
      key: 'meeting:standup',
      ticket: 'APP-100',
      running: 'TB-042',
      endsAt: at('10:30'),
    });
    expect(meetingPrompt(facts('10:30'))).toBeNull();
  });

  it('asks nothing when it runs already, names no ticket, was answered, or sessions are not used', () => {
    expect(meetingPrompt(facts('10:00', { running: work('APP-100') }))).toBeNull();
    expect(meetingPrompt(facts('10:00', { meetings: [{ ...STANDUP, ticket: null }] }))).toBeNull();
    const notes = notesByKey([aNote('meeting:standup', { answer: 'dismiss' })]);
    expect(meetingPrompt(facts('10:00', { notes }))).toBeNull();
    expect(meetingPrompt(facts('10:00', { running: null }))?.running).toBeNull();
    expect(meetingPrompt(facts('10:00', { running: null, usesSessions: false }))).toBeNull();
    expect(meetingPrompt(facts('10:00', { running: work(null, 'reading') }))?.running).toBe('reading');
  });

  it('of two at once, the one that began last', () => {
    const late = { ...STANDUP, key: 'late', ticket: 'APP-7', start: at('10:10') };
    expect(meetingPrompt(facts('10:10', { meetings: [late, STANDUP] }))?.ticket).toBe('APP-7');
  });

  it('offers the way back after it, for half an hour, while its ticket still runs', () => {
    const notes = notesByKey([
      aNote('other', { answer: 'dismiss' }),
      aNote('meeting:standup', {
        answer: 'switch',
        detail: switchDetail('APP-100', 'TB-042 socket'),
        span: { start: STANDUP.start, end: STANDUP.end },
      }),
    ]);
    const after = (clock: string, running: RunningWork | null) =>
      meetingOverPrompt(facts(clock, { meetings: [], notes, running }));
    expect(after('10:29', work('APP-100'))).toBeNull();
    expect(after('10:30', work('APP-100'))).toMatchObject({
      key: 'meeting-over:standup',
      back: 'TB-042 socket',
    });
    expect(after('11:00', work('APP-100'))).toBeNull();
    expect(after('10:30', work('TB-042'))).toBeNull();
    expect(after('10:30', null)).toBeNull();
    const waved = notesByKey([...notes.values(), aNote('meeting-over:standup', { answer: 'dismiss' })]);
    expect(meetingOverPrompt(facts('10:30', { notes: waved, running: work('APP-100') }))).toBeNull();
  });

  it('after which nothing is to go back to says so', () => {
    const notes = notesByKey([
      aNote('meeting:standup', { answer: 'switch', detail: switchDetail('APP-100', null), span: STANDUP }),
    ]);
    expect(meetingOverPrompt(facts('10:31', { notes, running: work('APP-100') }))?.back).toBeNull();
  });

  it('knows when to look again', () => {
    const later = { start: at('11:00'), end: at('12:00') };
    expect(nextMeetingTurn([later, STANDUP], at('09:00'))).toBe(at('10:00'));
    expect(nextMeetingTurn([later, STANDUP], at('10:00'))).toBe(at('10:30'));
    expect(nextMeetingTurn([STANDUP], plusMinutes(at('10:30'), 1))).toBeNull();
  });
});
