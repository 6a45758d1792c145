import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountKey, calendarKey, chosenAs, readAccountKey, readCalendarKey } from './calendar-key.ts';

const text = fc.string({ minLength: 1, unit: 'grapheme' });

it('names a calendar so that it can be read back, without blanks', () => {
  fc.assert(
    fc.property(
      text.filter((account) => !account.includes('/')),
      text,
      (account, calendar) => {
        const key = calendarKey({ account, calendar });
        expect(readCalendarKey(key)).toEqual({ account, calendar });
        expect(readCalendarKey(chosenAs({ account, calendar }))).toEqual({ account, calendar });
        expect(key).not.toMatch(/\s/);
        expect(readAccountKey(key)).toBeNull();
        expect(readAccountKey(accountKey(account))).toBe(account);
        expect(readCalendarKey(accountKey(account))).toBeNull();
      },
    ),
  );
});

it('takes nothing else for one', () => {
  expect(readCalendarKey('max@acme.com/')).toBeNull();
  expect(readCalendarKey('/calendar')).toBeNull();
  expect(readCalendarKey('100%/x')).toBeNull();
  expect(readAccountKey('ics:1')).toBeNull();
  expect(readAccountKey('google:')).toBeNull();
  expect(readAccountKey('google:100%')).toBeNull();
});
