import { useWords } from '../words/use-words.ts';

/** Dates and times as the person's locale writes them; clock times are 24 h in the zone that is given. */
export interface Formats {
  /** `Tuesday, 10 February 2026` */
  longDay(day: string): string;
  /** `Tue, 10 Feb` */
  shortDay(day: string): string;
  /** `Tue` */
  weekday(day: string): string;
  /** `10 Feb` */
  dayAndMonth(day: string): string;
  /** `February 2026` */
  month(day: string): string;
  /** `9–15 February 2026` */
  dayRange(from: string, to: string): string;
  /** `13:10` */
  clock(at: string | number, zone: string): string;
  /** `13:10–14:25` */
  clockRange(from: string | number, to: string | number, zone: string): string;
  /** `5 minutes ago`, from an instant and now. */
  ago(at: string, now: number): string;
  /** `10 Feb, 13:10` in the zone of this machine. */
  moment(at: string): string;
  /** `3,982` */
  count(value: number): string;
  /** `60.5%`, of a number of percent. */
  percent(value: number): string;
  /** `1.5`, as it is typed: no thousands are set apart. */
  decimal(value: number): string;
  /** `€150.00`; without a currency just the number. */
  money(amount: number, currency: string | null): string;
  /** `Mon` for 1 … `Sun` for 7. */
  weekdayNumber(day: number): string;
}

const utcNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** The locale that goes with a language: the person's own region where it is of that language. */
function localeOf(language: string): string {
  return (
    navigator.languages.find((tag) => tag.toLowerCase().startsWith(language)) ??
    (language === 'de' ? 'de-DE' : 'en-GB')
  );
}

/** Made when it is first wanted: each of Intl's formats takes a millisecond or more, and a page wants two of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

export function formatsOf(locale: string): Formats {
  const days = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const long = once(() => days({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }));
  const short = once(() => days({ weekday: 'short', day: 'numeric', month: 'short' }));
  const weekday = once(() => days({ weekday: 'short' }));
  const dayAndMonth = once(() => days({ day: 'numeric', month: 'short' }));
  const month = once(() => days({ month: 'long', year: 'numeric' }));
  const range = once(() => days({ day: 'numeric', month: 'long', year: 'numeric' }));
  const moment = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  );
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const clock = (at: string | number, zone: string): string => {
    let format = clocks.get(zone);
    if (!format) {
      format = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
      clocks.set(zone, format);
    }
    return format.format(new Date(at));
  };
  return {
    longDay: (day) => long().format(utcNoon(day)),
    shortDay: (day) => short().format(utcNoon(day)),
    weekday: (day) => weekday().format(utcNoon(day)),
    dayAndMonth: (day) => dayAndMonth().format(utcNoon(day)),
    month: (day) => month().format(utcNoon(day)),
    dayRange: (from, to) => range().formatRange(utcNoon(from), utcNoon(to)),
    clock,
    clockRange: (from, to, zone) => `${clock(from, zone)}–${clock(to, zone)}`,
    ago: (at, now) => {
      const minutes = Math.round((new Date(at).getTime() - now) / 60_000);
      if (Math.abs(minutes) < 60) return relative().format(minutes, 'minute');
      if (Math.abs(minutes) < 36 * 60) return relative().format(Math.round(minutes / 60), 'hour');
      return relative().format(Math.round(minutes / 1440), 'day');
    },
    moment: (at) => moment().format(new Date(at)),
    count: (value) => value.toLocaleString(locale),
    percent: (value) => (value / 100).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 }),
    decimal: (value) => value.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 6 }),
    money: (amount, currency) =>
      amount.toLocaleString(
        locale,
        currency === null ? { maximumFractionDigits: 2 } : { style: 'currency', currency },
      ),
    // 2024-01-01 was a Monday.
    weekdayNumber: (day) => weekday().format(new Date(Date.UTC(2024, 0, day, 12))),
  };
}

/** Once for each locale: making Intl's formats is slow, and every row of a day wants them. */
const made = new Map<string, Formats>();

/** The formats of the language the window speaks. */
export function useFormats(): Formats {
  const { language } = useWords();
  const locale = localeOf(language);
  let formats = made.get(locale);
  if (formats === undefined) made.set(locale, (formats = formatsOf(locale)));
  return formats;
}
