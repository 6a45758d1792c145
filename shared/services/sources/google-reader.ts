import type { World } from '../../ports/world.ts';
import {
  accountKey,
  calendarKey,
  readAccountKey,
  readCalendarKey,
} from '../../sources/google-calendar/calendar-key.ts';
import { meetingsToday } from './calendar-news.ts';
import { calendarsOff } from './calendars-off.ts';
import type { GoogleAccount } from './google-accounts.ts';
import { googleAccountsOf } from './google-accounts.ts';
import type { NamedSource, SourceReader } from './source-reader.ts';
import { said } from '../../values/said.ts';

/** Google Calendar: each connected account, and each of its calendars that was chosen. */
export const googleReader: SourceReader = {
  kind: 'google',
  way: 'remote',
  async list(world) {
    const accounts = await googleAccountsOf(world);
    if (accounts.length === 0) return [NOT_CONNECTED];
    const off = calendarsOff(world);
    const sources = accounts.flatMap((account) => [
      accountSource(world, account),
      ...chosenOf(world, account),
    ]);
    return off === null ? sources : sources.map((source) => ({ ...source, off }));
  },
  async read(world, person, key, _since, reading) {
    const { readGoogleAccount, readGoogleCalendar } = await import('./read-google.ts');
    const account = readAccountKey(key);
    if (account !== null) return readGoogleAccount(world, account, reading);
    return readGoogleCalendar(world, person, key, reading);
  },
  async today(world, person, key) {
    return readCalendarKey(key) === null ? null : meetingsToday(world, person, key);
  },
};

const NOT_CONNECTED: NamedSource = {
  key: 'google',
  name: said`Google Calendar`,
  off: said`No account is connected. Connect one: stint calendar connect`,
};

function accountSource(world: Pick<World, 'settings'>, account: GoogleAccount): NamedSource {
  const chosen = chosenOf(world, account).length;
  const all = account.calendars.length;
  return {
    key: accountKey(account.name),
    name: account.name,
    detail:
      chosen === 0
        ? said`Connected; none of its calendars is read yet. Choose: stint calendar choose`
        : said`Connected; ${chosen} of its ${Math.max(chosen, all)} calendars ${chosen === 1 ? said`is` : said`are`} read.`,
  };
}

function chosenOf(world: Pick<World, 'settings'>, account: GoogleAccount): NamedSource[] {
  const names = new Map(account.calendars.map(({ id, name }) => [id, name]));
  return world.settings.get()['google.calendars'].flatMap((chosen) => {
    const calendar = readCalendarKey(chosen);
    if (calendar?.account !== account.name) return [];
    const name = names.get(calendar.calendar) ?? calendar.calendar;
    return [
      {
        key: calendarKey(calendar),
        name: name === account.name ? name : `${name} (${account.name})`,
      },
    ];
  });
}
