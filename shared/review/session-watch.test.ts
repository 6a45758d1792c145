import { describe, expect, it } from 'vitest';
import type { PresenceSpan } from '../evidence/presence.ts';
import type { Session } from '../evidence/session.ts';
import type { Id } from '../values/ids.ts';
import { notesByKey } from './prompt.ts';
import { aNote, when } from './sample-prompts.ts';
import type { SessionFacts } from './session-watch.ts';
import { becomesLong, sessionPrompt } from './session-watch.ts';

const at = (clock: string) => when(`2026-02-10T${clock}:00Z`);
const SESSION: Session = {
  id: 's' as Id,
  user: 'ann',
  title: 'socket',
  ticket: null,
  project: null,
  type: 'feature',
  status: 'active',
  startedAt: at('15:00'),
  endedAt: null,
  pauses: [],
  pausedAt: null,
  zone: 'UTC',
  aliveAt: null,
  recovered: false,
  recoverySource: null,
  revision: 1,
};
const seen = (from: string, to: string): PresenceSpan => ({
  id: from as Id,
  user: 'ann',
  state: 'active',
  backend: 'test',
  zone: 'UTC',
  start: at(from),
  end: at(to),
  open: false,
});
const facts = (clock: string, given: Partial<SessionFacts> = {}): SessionFacts => ({
  now: at(clock),
  session: SESSION,
  presence: [seen('14:00', '17:45')],
  blocks: [{ start: at('09:00'), end: at('17:30') }],
  longMinutes: 300,
  notes: new Map(),
  ...given,
});

describe('a session that runs on', () => {
  it('after work, while nobody is there, is told with the time they left', () => {
    expect(sessionPrompt(facts('18:10'))).toBeNull();
    expect(sessionPrompt(facts('18:15'))).toMatchObject({
      key: `session:s:${at('17:45')}`,
      minutes: 195,
      away: { start: at('17:45'), end: at('18:15') },
    });
    const back = [seen('14:00', '17:45'), seen('19:00', '19:10')];
    expect(sessionPrompt(facts('19:10', { presence: back }))?.away).toEqual({
      start: at('17:45'),
      end: at('19:00'),
    });
  });

  it('over a break within working hours is left to the question about the absence', () => {
    const presence = [seen('15:00', '15:30'), seen('16:30', '17:00')];
    expect(sessionPrompt(facts('17:00', { presence }))).toBeNull();
  });

  it('longer than people work on one thing is told too, where nobody can be seen as well', () => {
    expect(sessionPrompt(facts('20:00', { presence: [] }))?.away).toBeNull();
    expect(sessionPrompt(facts('19:59', { presence: [] }))).toBeNull();
    expect(becomesLong(facts('18:00'))).toBe(at('20:00'));
    expect(becomesLong(facts('20:00'))).toBeNull();
  });

  it('is not told when it is paused, waved away, or never to be told', () => {
    expect(sessionPrompt(facts('20:00', { session: { ...SESSION, status: 'paused' } }))).toBeNull();
    expect(sessionPrompt(facts('20:00', { longMinutes: 0 }))).toBeNull();
    expect(sessionPrompt(facts('20:00', { session: null }))).toBeNull();
    expect(becomesLong(facts('18:00', { longMinutes: 0 }))).toBeNull();
    const notes = notesByKey([aNote('session:s', { answer: 'dismiss' })]);
    expect(sessionPrompt(facts('20:00', { presence: [], notes }))).toBeNull();
  });
});
