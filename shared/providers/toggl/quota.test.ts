import { describe, expect, it } from 'vitest';
import { instant } from '../../values/instant.ts';
import type { ApiAnswer } from '../api.ts';
import { limits, MYSELF, ORGANISATION, read } from './quota.ts';

const now = instant(Date.parse('2026-02-12T10:00:00Z'));
const answer = (status: number, body: string, headers: Record<string, string> = {}): ApiAnswer => {
  let json: unknown;
  try {
    json = JSON.parse(body) as unknown;
  } catch {
    json = undefined;
  }
  return { status, headers, body, json };
};
const after = (seconds: number) => instant(now + seconds * 1000);

describe('quotas of Toggl Track', () => {
  it.each([
    [null, 30],
    ['free', 30],
    ['starter', 240],
    ['premium', 600],
    ['a plan to come', 30],
  ])('plan %s: %s an hour', (plan, requests) => {
    const all = limits(plan === null ? null : { plan });
    expect(all['org']).toEqual([{ requests, perMs: 3_600_000 }]);
    expect(all['user']).toEqual([{ requests: 30, perMs: 3_600_000 }]);
    expect(all['main']).toEqual([{ requests: 1, perMs: 1000 }]);
  });

  it('402 with the words of a quota is limited until it is full again', () => {
    const words = 'You have hit your hourly limit for API calls. Your quota will reset in 1838 seconds.';
    const expected = { kind: 'limited', words, hold: { org: after(1838) } };
    expect(read(answer(402, words), now, ORGANISATION)).toEqual(expected);
    expect(read(answer(402, JSON.stringify(words)), now, ORGANISATION)).toEqual(expected);
    expect(read(answer(402, words), now, MYSELF)).toMatchObject({ hold: { user: after(1838) } });
  });

  it('headers come before words; without either it rests for a while', () => {
    const headers = { 'x-toggl-quota-remaining': '0', 'x-toggl-quota-resets-in': '60' };
    expect(read(answer(402, '', headers), now, ORGANISATION)).toMatchObject({
      kind: 'limited',
      hold: { org: after(60) },
    });
    expect(read(answer(402, 'hourly limit'), now, ORGANISATION)).toMatchObject({ hold: { org: after(900) } });
  });

  it('402 of a missing plan is no quota', () => {
    expect(read(answer(402, '"Tasks need a paid plan"'), now, ORGANISATION)).toBeNull();
    expect(read(answer(402, ''), now, ORGANISATION)).toBeNull();
  });

  it('a good answer that was the last one lets the quota rest, with nonsense in the headers it does not', () => {
    const left = (remaining: string, resets: string) =>
      read(
        answer(200, '[]', { 'x-toggl-quota-remaining': remaining, 'x-toggl-quota-resets-in': resets }),
        now,
        MYSELF,
      );
    expect(left('0', '120')).toEqual({ hold: { user: after(120) } });
    expect(left('1', '120')).toBeNull();
    expect(left('0', 'soon')).toBeNull();
    expect(left('0', '-5')).toBeNull();
    expect(left('0', '9999999')).toEqual({ hold: { user: after(3600) } });
  });

  it('a token that is not accepted, told by an empty 401 or in words', () => {
    expect(read(answer(401, ''), now, MYSELF)).toMatchObject({ kind: 'unauthorised' });
    expect(read(answer(403, 'Incorrect username and/or password'), now, MYSELF)).toMatchObject({
      kind: 'unauthorised',
    });
    expect(read(answer(403, '"User does not have access"'), now, MYSELF)).toBeNull();
    expect(read(answer(401, '"Token revoked"'), now, MYSELF)).toBeNull();
  });
});
