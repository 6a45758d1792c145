// A zone in which it is about noon now: stories about the end of work hold at any hour of the machine that runs them.
const HOUR_MS = 3_600_000;

export interface LocalNoon {
  /** `Etc/GMT-3`: the sign is the other way round there. */
  readonly zone: string;
  /** Today there, `2026-02-10`. */
  readonly today: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** What its wall clock shows so many minutes from now, `12:31`. */
  clock(inMinutes: number): string;
}

export function localNoon(now = Date.now()): LocalNoon {
  const hour = new Date(now).getUTCHours();
  const east = 12 - hour;
  const there = (ms: number): Date => new Date(ms + east * HOUR_MS);
  return {
    zone: east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`,
    today: there(now).toISOString().slice(0, 10),
    weekday: there(now).getUTCDay() || 7,
    clock: (inMinutes) =>
      there(now + inMinutes * 60_000)
        .toISOString()
        .slice(11, 16),
  };
}
