import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { confirm } from './confirm.ts';

function asked(answer: string | null, isTTY = true): Promise<boolean | null> {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input });
  const told = new PassThrough();
  const answered = confirm('Change it so?', input, told);
  if (answer === null) input.end();
  else input.write(`${answer}\r`);
  return answered;
}

it.each([
  ['y', true],
  ['Yes', true],
  ['ja', true],
  ['n', false],
  ['', false],
  ['yesterday', false],
])('%j is %s', async (answer, means) => {
  expect(await asked(answer)).toBe(means);
});
it('who goes away says no; a script is not asked', async () => {
  expect(await asked(null)).toBe(false);
  expect(await asked('y', false)).toBeNull();
});
