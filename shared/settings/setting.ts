import type { z } from 'zod';

/** One setting: what it may be, what it is at first, and what it means to a person. */
export interface SettingOf<S extends z.ZodType> {
  readonly schema: S;
  readonly initial: z.output<S>;
  readonly meaning: string;
  readonly group:
    | 'You'
    | 'Time'
    | 'Git'
    | 'Presence'
    | 'Calendar'
    | 'Editors'
    | 'Agents'
    | 'Tickets'
    | 'Booking'
    | 'Reminders'
    | 'Reports'
    | 'App'
    | 'Doors';
}

/** @param schema made when a value is first checked: most programs check none, and fifty of them take their time. */
export function setting<S extends z.ZodType>(
  group: SettingOf<S>['group'],
  schema: () => S,
  initial: z.output<S>,
  meaning: string,
): SettingOf<S> {
  let made: S | null = null;
  return {
    get schema() {
      return (made ??= schema());
    },
    initial,
    meaning,
    group,
  };
}
