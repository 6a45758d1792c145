import { expect, it } from 'vitest';
import { joined, said } from './said.ts';

it('is the plain English sentence, whatever is put in', () => {
  expect(said`No session is running.`).toBe('No session is running.');
  expect(said`${'TB'} has ${2} of ${said`${3} days`}.`).toBe('TB has 2 of 3 days.');
  expect(said`${''}`).toBe('');
});

it('joins words', () => {
  expect([joined([]), joined(['a']), joined(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b and c']);
});
