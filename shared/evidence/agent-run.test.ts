import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../ports/sample-rows.ts';
import { aRun } from '../ports/sample-sources.ts';
import { coveredMs } from '../values/interval.ts';
import { instant } from '../values/instant.ts';
import { joinedRun } from './agent-run.ts';

const NINE = at('2026-02-10T09:00:00Z');
const TEN = at('2026-02-10T10:00:00Z');
const ELEVEN = at('2026-02-10T11:00:00Z');

describe('a run that is told twice', () => {
  it('is what the later sign of life says, and what it does not know is taken from the other', () => {
    const hook = aRun('r', { branch: null, title: '', cwd: '/src/new', aliveAt: ELEVEN });
    const transcript = aRun('r', { branch: 'fix/TB-1', title: 'Fix it', cwd: '/src/old', aliveAt: TEN });
    const joined = { branch: 'fix/TB-1', title: 'Fix it', cwd: '/src/new', aliveAt: ELEVEN, startedAt: NINE };
    expect(joinedRun(hook, transcript)).toMatchObject(joined);
    expect(joinedRun(transcript, hook)).toMatchObject(joined);
  });

  it('has ended when its last sign of life says so, and goes on when it is resumed', () => {
    const stopped = aRun('r', { ended: 'stopped', aliveAt: TEN });
    expect(joinedRun(stopped, aRun('r', { aliveAt: TEN })).ended).toBe('stopped');
    expect(joinedRun(aRun('r', { aliveAt: TEN }), stopped).ended).toBe('stopped');
    expect(joinedRun(stopped, aRun('r', { aliveAt: NINE })).ended).toBe('stopped');
    expect(joinedRun(stopped, aRun('r', { aliveAt: ELEVEN })).ended).toBeNull();
    expect(joinedRun(aRun('r', { ended: 'inactive', aliveAt: TEN }), stopped).ended).toBe('stopped');
  });

  it('was active whenever one of both says so, each moment once', () => {
    const stretch = fc
      .tuple(fc.nat(100), fc.nat(20))
      .map(([from, long]) => ({ start: instant(NINE + from), end: instant(NINE + from + long) }));
    fc.assert(
      fc.property(fc.array(stretch), fc.array(stretch), (some, more) => {
        const joined = joinedRun(aRun('r', { active: some }), aRun('r', { active: more }));
        const sum = joined.active.reduce((ms, { start, end }) => ms + end - start, 0);
        expect(sum).toBe(coveredMs([...some, ...more]));
        expect(joinedRun(joined, aRun('r', { active: more })).active).toEqual(joined.active);
      }),
    );
  });
});
