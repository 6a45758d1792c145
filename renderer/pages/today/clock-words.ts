import type { DayView } from '#shared/contract/shapes.ts';

/** Names of the zone's hour, such as CEST and CET, by zone. */
const namers = new Map<string, Intl.DateTimeFormat>();

function hourName(at: number, zone: string): string {
  let namer = namers.get(zone);
  if (!namer) {
    namer = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' });
    namers.set(zone, namer);
  }
  return namer.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

const HOUR_MS = 3_600_000;

/**
 * Says times of a day so that none can be mistaken: on a day on which an hour stands twice, those of it are told apart
 * by the name of the zone's hour (02:30 CEST, 02:30 CET).
 */
export function clockOfDay(
  view: Pick<DayView, 'zone' | 'interval'>,
  clock: (at: number, zone: string) => string,
): (at: number) => string {
  const { zone, interval } = view;
  const length = Date.parse(interval.endedAt) - Date.parse(interval.startedAt);
  const twice = length - 24 * HOUR_MS;
  return (at) => {
    const said = clock(at, zone);
    if (twice <= 0) return said;
    const stands = [at - twice, at + twice].some((other) => clock(other, zone) === said);
    return stands ? `${said} ${hourName(at, zone)}` : said;
  };
}
