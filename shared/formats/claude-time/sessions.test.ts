import { describe, expect, it } from 'vitest';
import { readClaudeSessions, readStaleSession } from './sessions.ts';

const ZONE = 'Europe/Berlin';
const iso = (at: number): string => new Date(at).toISOString();

describe('sessions of claude-time', () => {
  it('are read as the document shows them', () => {
    const file = {
      project: 'customer-portal',
      developer: 'max.mustermann@lucidlabs.de',
      date: '2026-01-28',
      sessions: [
        {
          id: 'abc123',
          start: '2026-01-28T09:15:00Z',
          end: '2026-01-28T11:45:00Z',
          linear_issue: 'CUS-42',
          activities: [{ type: 'planning', description: '/plan-feature login' }],
          commits: ['abc1234'],
        },
        {
          date: '2026-02-11',
          start: '14:00',
          end: '15:25',
          recovered: true,
          recovery_source: 'heartbeat',
          linear_issue: null,
        },
        { date: '2026-02-11', start: '23:30', end: '00:15' },
        { start: '14:00', end: 'later' },
      ],
    };
    const { sessions, skipped } = readClaudeSessions(JSON.stringify(file), 'customer-portal.json', ZONE);
    expect(sessions.map(({ startedAt, endedAt, ticket }) => [iso(startedAt), iso(endedAt), ticket])).toEqual([
      ['2026-01-28T09:15:00.000Z', '2026-01-28T11:45:00.000Z', 'CUS-42'],
      ['2026-02-11T13:00:00.000Z', '2026-02-11T14:25:00.000Z', null],
      ['2026-02-11T22:30:00.000Z', '2026-02-11T23:15:00.000Z', null],
    ]);
    expect(sessions[0]).toMatchObject({
      project: 'customer-portal',
      title: '/plan-feature login',
      recoverySource: null,
    });
    expect(sessions[1]?.recoverySource).toBe('heartbeat');
    expect(skipped).toEqual([
      { place: 'customer-portal.json, sessions[3]', reason: expect.any(String) as string },
    ]);
  });

  it('last eight hours at most', () => {
    const rows = { sessions: [{ start: '2026-01-28T09:00:00Z', end: '2026-01-29T07:00:00Z' }] };
    const { sessions } = readClaudeSessions(JSON.stringify(rows), '2026-01-28-portal.json', ZONE);
    expect(sessions[0]).toMatchObject({ project: 'portal' });
    expect(iso(sessions[0]!.endedAt)).toBe('2026-01-28T17:00:00.000Z');
  });
});

describe('what a crash left', () => {
  it.each([
    ['1770800400 portal', '1770804000', 'heartbeat', 3600],
    ['project=portal start=1770800400\n', null, 'estimated', 1800],
    ['1770800400\nportal\n', '1770900400', 'heartbeat', 8 * 3600],
    ['1770800400 portal', 'nonsense', 'estimated', 1800],
  ])('%j with heartbeat %s ends by %s', (current, heartbeat, source, seconds) => {
    const stale = readStaleSession(current, (project) => (project === 'portal' ? heartbeat : null));
    expect(stale).toMatchObject({ project: 'portal', recoverySource: source });
    expect((stale!.endedAt - stale!.startedAt) / 1000).toBe(seconds);
  });

  it('without a start it tells nothing', () => {
    expect(readStaleSession('portal', () => null)).toBeNull();
  });
});
