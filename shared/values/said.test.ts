import { expect, it } from 'vitest';
import { said } from './said.ts';

it('is the plain English sentence, whatever is put in', () => {
  expect(said`No session is running.`).toBe('No session is running.');
  expect(said`${'TB'} has ${2} of ${said`${3} days`}.`).toBe('TB has 2 of 3 days.');
  expect(said`${''}`).toBe('');
});
