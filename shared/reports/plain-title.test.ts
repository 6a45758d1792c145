import { expect, it } from 'vitest';
import { plainTitle } from './plain-title.ts';

it.each([
  ['Login feature', 'Login feature'],
  ['and/or, 24/7, TCP/IP stay', 'and/or, 24/7, TCP/IP stay'],
  ['Backlog 20260210 and defaced facades stay', 'Backlog 20260210 and defaced facades stay'],
  ['Mail from ann@acme.example (late)', 'Mail from … (late)'],
  ['Move ~/src/app/main.ts to C:\\work\\app', 'Move … to …'],
  ['/home/ann/x fails', '… fails'],
  ['Revert 3F2A9C1d now', 'Revert … now'],
  ['See https://git.acme.example/a/b?c=1 please', 'See … please'],
])('%s → %s', (title, plain) => expect(plainTitle(title)).toBe(plain));
