import { describe, expect, it } from 'vitest';
import { instant } from '../../values/instant.ts';
import type { ApiAnswer } from '../api.ts';
import { limits, read } from './limits.ts';

const now = instant(Date.parse('2026-02-12T10:00:00Z'));
const answer = (status: number, json: unknown, headers: Record<string, string> = {}): ApiAnswer => ({
  status,
  headers,
  body: JSON.stringify(json),
  json,
});

describe('limits of Clockify', () => {
  it.each([null, 'free', 'free_2025', 'trial', 'a plan to come'])('plan %s: 30 an hour', (plan) => {
    expect(limits(plan === null ? null : { plan })).toEqual({ main: [{ requests: 30, perMs: 3_600_000 }] });
  });

  it.each(['basic_2021', 'standard_2021', 'pro_2021', 'premium', 'enterprise_year_2021'])(
    'plan %s: 50 a second',
    (plan) => {
      expect(limits({ plan })).toEqual({ main: [{ requests: 50, perMs: 1000 }] });
    },
  );

  it('429 without a word asks for a minute; with one, that is what counts', () => {
    expect(read(answer(429, {}), now)).toEqual({ kind: 'limited', hold: { main: now + 60_000 } });
    expect(read(answer(429, {}, { 'retry-after': '5' }), now)).toBeNull();
  });

  it.each([
    [400, "TimeEntry with id 5 doesn't belong to Workspace", 'missing'],
    [400, 'Time entry does not exist', 'missing'],
    [400, "Project doesn't belong to Workspace", undefined],
    [400, 'Time entry is locked', undefined],
  ])('%s "%s" is %s', (status, message, kind) => {
    expect(read(answer(status, { message, code: 501 }), now)?.kind).toBe(kind);
  });
});
