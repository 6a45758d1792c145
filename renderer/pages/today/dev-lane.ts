import type { DevSessionDay } from '#shared/contract/dev-session-shapes.ts';
import type { Columns, Stretch } from './side-by-side.ts';
import { sideBySide } from './side-by-side.ts';

type OnDay = DevSessionDay['sessions'][number];

/** A development session on the clock: from its first minute of the day to its last, with what was worked of it. */
export interface DevSpan extends Stretch, Columns {
  readonly session: OnDay;
  readonly worked: readonly Stretch[];
}

export interface DevLaneLayout {
  readonly spans: readonly DevSpan[];
  /** As many narrow lanes as it is wide: agents work side by side. */
  readonly width: number;
}

const HOUR_MS = 3_600_000;
/** More than this at once stand closer together. */
const WIDEST = 3;

/** Puts the development sessions of a day of so many hours on its clock. One that runs goes on to `now`. */
export function devLaneOf(
  sessions: readonly OnDay[],
  day: { readonly start: number; readonly hours: number },
  now: number,
): DevLaneLayout {
  const hourOf = (at: number) => (at - day.start) / HOUR_MS;
  const isToday = hourOf(now) < day.hours;
  const spans = sideBySide(
    sessions.map((session) => {
      const worked = session.worked.map(({ startedAt, endedAt }, index, all) => {
        const goesOn = session.status === 'active' && isToday && index === all.length - 1;
        const to = hourOf(Date.parse(endedAt));
        return { from: hourOf(Date.parse(startedAt)), to: goesOn ? Math.max(to, hourOf(now)) : to };
      });
      return { from: worked[0]?.from ?? 0, to: worked.at(-1)?.to ?? 0, session, worked };
    }),
  );
  return { spans, width: Math.min(WIDEST, Math.max(0, ...spans.map(({ columns }) => columns))) };
}
