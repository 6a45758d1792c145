/** A calendar of an account. */
export interface CalendarName {
  /** The address of the account's own calendar, which Google never changes. */
  readonly account: string;
  /** Its id at Google. */
  readonly calendar: string;
}

/** What every key of this source begins with. */
const KIND = 'google:';

/** Keys are listed with blanks between them, so there is none within one. */
const withoutBlanks = (text: string): string => text.replaceAll(/[\s%]/g, (sign) => encodeURIComponent(sign));

/** `google:max@acme.com/team@group.calendar.google.com`: the key of its source, and of its events. */
export const calendarKey = ({ account, calendar }: CalendarName): string =>
  KIND + chosenAs({ account, calendar });

/** As the setting `google.calendars` lists it: the key without its kind. */
export const chosenAs = ({ account, calendar }: CalendarName): string =>
  `${withoutBlanks(account)}/${withoutBlanks(calendar)}`;

/** The key an account's state is kept under. */
export const accountKey = (account: string): string => KIND + withoutBlanks(account);

/** Reads a key, with or without its kind; null when it names no calendar. */
export function readCalendarKey(key: string): CalendarName | null {
  const text = key.startsWith(KIND) ? key.slice(KIND.length) : key;
  const slash = text.indexOf('/');
  if (slash < 1 || slash === text.length - 1) return null;
  try {
    return {
      account: decodeURIComponent(text.slice(0, slash)),
      calendar: decodeURIComponent(text.slice(slash + 1)),
    };
  } catch {
    return null; // somebody typed a % of their own
  }
}

/** The account of a key that names one alone; null for a calendar's, and for other sources'. */
export function readAccountKey(key: string): string | null {
  if (!key.startsWith(KIND) || key.includes('/') || key === KIND) return null;
  try {
    return decodeURIComponent(key.slice(KIND.length));
  } catch {
    return null;
  }
}
