import { describe, expect, it } from 'vitest';
import { aDraft, aRemote } from '../../ports/sample-booking.ts';
import { minutes } from '../../values/minutes.ts';
import { differences, holds, likeness, sameRemote } from './compare.ts';

const draft = aDraft({ note: 'TB-042: fix the socket' });
const remote = aRemote({ note: 'TB-042: fix the socket' });

describe('both sides', () => {
  it('say the same however blanks are set, and however the note was cut', () => {
    expect(holds(remote, draft)).toBe(true);
    expect(holds({ ...remote, note: ' TB-042:  fix\nthe socket' }, draft)).toBe(true);
    expect(holds({ ...remote, note: 'TB-042: fix the…' }, draft)).toBe(true);
    expect(holds({ ...remote, note: 'TB-042: other…' }, draft)).toBe(false);
  });

  it('differ in minutes, day, unit, task or note; not in being billable', () => {
    const changes = [
      { minutes: minutes(1) },
      { date: '2026-02-11' as typeof remote.date },
      { unit: '2' },
      { note: 'x' },
    ];
    for (const change of changes) {
      expect(holds({ ...remote, ...change }, draft)).toBe(false);
      expect(sameRemote({ ...remote, ...change }, remote)).toBe(false);
    }
    expect(holds({ ...remote, billable: false }, { ...draft, billable: true })).toBe(true);
    expect(holds({ ...remote, task: '5' }, draft)).toBe(true);
    expect(holds({ ...remote, task: '5' }, { ...draft, task: '6' })).toBe(false);
    expect(sameRemote({ ...remote, id: 'other', task: '5' }, remote)).toBe(false);
    expect(sameRemote({ ...remote, id: 'other', billable: null }, remote)).toBe(true);
  });

  it('are told in words', () => {
    expect(differences(draft, { ...remote, minutes: minutes(120), note: 'x' })).toBe(
      '1h30m here and 2h there, another note there',
    );
    expect(differences({ ...draft, task: '1' }, { ...remote, task: '2' })).toBe('another task there');
    expect(differences(draft, remote)).toBe('');
  });
});

describe('likeness', () => {
  it('is the part of the words that are shared', () => {
    expect(likeness('', '')).toBe(1);
    expect(likeness('Fix socket', 'fix SOCKET')).toBe(1);
    expect(likeness('fix socket', 'fix door')).toBe(0.5);
    expect(likeness('fix', 'open')).toBe(0);
  });
});
