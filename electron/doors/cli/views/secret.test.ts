import { expect, it } from 'vitest';
import { showLines } from './show.fixture.ts';

it('tokens are listed by where they come from', () => {
  const warning = 'A token lies unencrypted.';
  expect(
    showLines('secret.list', [
      { name: 'productive.token', from: 'file', warning },
      { name: 'toggl.token', from: null, warning },
    ]),
  ).toEqual([
    '  ✓  productive.token  from the file',
    '  ·  toggl.token       none',
    '  ⚠ A token lies unencrypted.',
  ]);
  expect(showLines('secret.remove', { name: 'toggl.token', from: 'environment', warning: null })).toEqual([
    '✓ toggl.token is forgotten (now from the environment)',
  ]);
});
