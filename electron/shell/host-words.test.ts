import { expect, it } from 'vitest';
import { Problem, problemJson } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { hostWordsIn } from './host-words.ts';

it('tells a refusal in the language of the shell', async () => {
  const { message, remedy } = problemJson(
    new Problem('refused', said`The session is paused already.`, said`Resume it with \`stint resume\`.`),
  );
  const [english, german] = await Promise.all([hostWordsIn('en'), hostWordsIn('de')]);
  expect(english(`${message} ${remedy}`)).toBe(`${message} ${remedy}`);
  expect(german(`${message} ${remedy}`)).toBe(
    'Die Sitzung ist schon pausiert. Setze sie mit `stint resume` fort.',
  );
});
