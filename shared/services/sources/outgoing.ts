import type { World } from '../../ports/world.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import type { Settings } from '../../settings/catalogue.ts';
import type { TrackerId } from '../../sources/tickets/tracker.ts';
import { PROVIDER_IDS } from '../../values/provider-id.ts';
import { tokenName } from '../connections/open-provider.ts';
import { personOf } from '../person.ts';
import { trackerKey } from './ticket-trackers.ts';
import { said } from '../../values/said.ts';

/** One thing that can leave this machine. */
export interface Outgoing {
  /** Who gets it. */
  readonly to: string;
  readonly what: string;
  readonly when: string;
  readonly on: boolean;
  /** The setting, or the secret, that it hangs on. */
  readonly setting: string;
}

/**
 * Everything that can leave this machine, switched on or not; nothing else does (design: "nothing leaves the machine
 * unless the developer says so"). Evidence itself never does.
 */
export async function outgoing(world: World, _input: object = {}): Promise<Outgoing[]> {
  const { settings } = personOf(world);
  return [
    ...booking(world, settings),
    timers(settings),
    ...calendars(settings, await pausedOf(world)),
    ...trackers(settings, await pausedKeys(world)),
  ];
}

function booking(world: World, settings: Settings): Outgoing[] {
  return PROVIDER_IDS.map((id) => {
    const byItself = settings['booking.afterSubmit'] && settings['booking.provider'] === id;
    return {
      to: hostOf(settings[`providers.${id}.baseUrl`]) ?? PROVIDERS[id].name,
      what: said`The entries you book: day, minutes, what they are booked on, and the note with ticket and description`,
      when: byItself ? said`When you book, and by itself once a week is submitted` : said`When you book`,
      on: world.secrets.whence(tokenName(id)) !== null,
      setting: tokenName(id),
    };
  });
}

function timers(settings: Settings): Outgoing {
  const id = settings['booking.provider'];
  const can = id !== 'none' && PROVIDERS[id].can.timers;
  return {
    to: id === 'none' ? said`The provider you book with` : PROVIDERS[id].name,
    what: said`Ticket and title of the session that runs`,
    when: said`When a session starts and stops`,
    on: settings['booking.timers'] && can,
    setting: 'booking.timers',
  };
}

type Paused = Readonly<Record<'ics' | 'google', number>>;

/** How many calendars of each kind are paused. */
async function pausedOf(world: World): Promise<Paused> {
  const paused = (await world.stores.sources.list()).filter((state) => state.paused);
  const count = (kind: keyof Paused): number => paused.filter((state) => state.kind === kind).length;
  return { ics: count('ics'), google: count('google') };
}

/** Keys of the sources that are paused. */
async function pausedKeys(world: World): Promise<ReadonlySet<string>> {
  const states = await world.stores.sources.list();
  return new Set(states.filter((state) => state.paused).map(({ key }) => key));
}

function calendars(settings: Settings, paused: Paused): Outgoing[] {
  const every = said`Every ${settings['calendar.pollMinutes']} minutes, and when you look at a day`;
  const hosts = new Set(settings['calendar.ics'].flatMap((address) => hostOf(address) ?? []));
  const byAddress = (to: string, on: boolean): Outgoing => ({
    to,
    what: said`Nothing of yours: a calendar is fetched by its secret address`,
    when: every,
    on,
    setting: 'calendar.ics',
  });
  return [
    ...(hosts.size === 0
      ? [byAddress(said`Calendars by address`, false)]
      : [...hosts].map((host) => byAddress(host, paused.ics < settings['calendar.ics'].length))),
    {
      to: hostOf(settings['google.apiUrl']) ?? said`Google Calendar`,
      what: said`Nothing of yours: the calendars you chose are read`,
      when: every,
      on: settings['google.calendars'].length > paused.google,
      setting: 'google.calendars',
    },
  ];
}

function trackers(settings: Settings, paused: ReadonlySet<string>): Outgoing[] {
  const isPaused = (id: TrackerId): boolean => paused.has(trackerKey(id));
  const asked = {
    what: said`The numbers of tickets you work on; titles and estimates come back`,
    when: said`When a ticket is looked up, and once a day for those you work on`,
  };
  return [
    {
      to: hostOf(settings['tickets.linearUrl']) ?? 'Linear',
      ...asked,
      on: settings['tickets.linear'] && !isPaused('linear'),
      setting: 'tickets.linear',
    },
    {
      to: hostOf(settings['tickets.jira.site']) ?? 'Jira',
      ...asked,
      on: settings['tickets.jira.site'] !== '' && !isPaused('jira'),
      setting: 'tickets.jira.site',
    },
    {
      to: hostOf(settings['tickets.githubUrl']) ?? 'GitHub',
      ...asked,
      on: Object.keys(settings['tickets.github']).length > 0 && !isPaused('github'),
      setting: 'tickets.github',
    },
  ];
}

/** The host in an address, without what is secret in it: no user, no path. Null where it is no address of the network. */
function hostOf(address: string): string | null {
  return /^(?:https?|webcals?):\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(address)?.[1]?.toLowerCase() ?? null;
}
