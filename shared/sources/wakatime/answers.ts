import type { Minutes } from '../../values/minutes.ts';

/** What WakaTime's clients want to be told, word for word (contract "WakaTime-compatible endpoint"). */

/** What became of one heartbeat: only 201, 202 and 400 end it, all else is sent again. */
export type BeatAnswer = readonly [
  { data: null; error: null } | { errors: Record<string, string[]> },
  number,
];

export const TAKEN: BeatAnswer = [{ data: null, error: null }, 201];
export const refusedBeat = (errors: Record<string, string[]>): BeatAnswer => [{ errors }, 400];

/** What an editor shows at the bottom. */
export interface StatusBar {
  readonly date: string;
  readonly zone: string;
  readonly start: string;
  readonly end: string;
  readonly minutes: Minutes;
  readonly at: string;
}

/** The answer to `GET statusbar/today`. */
export type StatusBarAnswer = ReturnType<typeof statusBarAnswer>;

/** `GET statusbar/today`. What it is made of is not told: editors show the sum. */
export function statusBarAnswer({ date, zone, start, end, minutes, at }: StatusBar) {
  // A day may be negative by corrections; an editor has no word for that.
  const whole = Math.max(0, minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  return {
    cached_at: at,
    data: {
      grand_total: {
        text: wordsOf(hours, rest),
        total_seconds: whole * 60,
        hours,
        minutes: rest,
        digital: `${hours}:${String(rest).padStart(2, '0')}`,
        decimal: (whole / 60).toFixed(2),
      },
      categories: [],
      projects: [],
      languages: [],
      editors: [],
      operating_systems: [],
      machines: [],
      dependencies: [],
      range: { date, start, end, text: date, timezone: zone },
    },
    has_team_features: false,
  };
}

function wordsOf(hours: number, rest: number): string {
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  const minutes = count(rest, 'min');
  return hours === 0 ? minutes : `${count(hours, 'hr')} ${minutes}`;
}
