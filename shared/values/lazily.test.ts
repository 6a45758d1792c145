import { expect, it, vi } from 'vitest';
import { lazily } from './lazily.ts';

it('makes each part when it is first asked for, and once', () => {
  const a = vi.fn(() => ({ name: 'a' }));
  const b = vi.fn(() => 2);
  const made = lazily<{ a: { name: string }; b: number }>({ a, b });
  expect([a, b].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  expect(made.a).toBe(made.a);
  expect([a, b].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  expect({ ...made }).toEqual({ a: { name: 'a' }, b: 2 });
});

it('tries again what failed', () => {
  let isThere = false;
  const made = lazily<{ part: string }>({
    part: () => {
      if (!isThere) throw new Error('not yet');
      return 'here';
    },
  });
  expect(() => made.part).toThrow('not yet');
  isThere = true;
  expect(made.part).toBe('here');
});
