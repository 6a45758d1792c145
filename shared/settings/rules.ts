import type { Minutes } from '../values/minutes.ts';
import { minutes, parseDuration } from '../values/minutes.ts';
import type { Settings } from './catalogue.ts';

/** The settings that deriving a day depends on, as numbers. Same rules + same evidence = same proposals. */
export interface DerivationRules {
  readonly maxGap: Minutes;
  readonly defaultSession: Minutes;
  readonly rounding: Minutes;
  readonly roundingMode: 'nearest' | 'sum-preserving';
  readonly credit: 'after' | 'before';
  readonly ticketPrefixes: readonly string[];
  readonly projectOfPrefix: Readonly<Record<string, string>>;
  readonly meetings: MeetingRules;
  /** Signs of life of an editor no further apart than this are one stretch. */
  readonly joinMs: number;
}

/** Which events of a calendar are working time, and what for (design §2 "Calendar"). */
export interface MeetingRules {
  /** Count what the person answered with "maybe" or not at all. */
  readonly tentative: boolean;
  readonly leaveOut: readonly ('allDay' | 'free' | CalendarKind)[];
  /** Ticket of a series, or of every meeting with this title. */
  readonly ticketOf: Readonly<Record<string, string>>;
}
type CalendarKind = 'workingLocation' | 'birthday' | 'outOfOffice' | 'focusTime';

/** Picks and types the rules out of the settings; durations were validated by the schema. */
export function derivationRules(settings: Settings): DerivationRules {
  const hours = settings['time.workingHoursPerDay'];
  const read = (text: string): Minutes => parseDuration(text, hours) ?? minutes(0);
  return {
    maxGap: read(settings['git.maxGap']),
    defaultSession: read(settings['git.defaultSession']),
    rounding: read(settings['git.rounding']),
    roundingMode: settings['git.roundingMode'],
    credit: settings['git.credit'],
    ticketPrefixes: settings['tickets.prefixes'],
    projectOfPrefix: settings['tickets.projects'],
    meetings: {
      tentative: settings['calendar.tentative'],
      leaveOut: settings['calendar.leaveOut'],
      ticketOf: settings['calendar.series'],
    },
    joinMs: settings['editor.joinMinutes'] * 60_000,
  };
}

/** Minutes a day should have: the working hours on working days, else none. */
export function targetOf(settings: Settings, weekday: number): Minutes {
  return minutes(
    settings['time.workingDays'].includes(weekday) ? Math.round(settings['time.workingHoursPerDay'] * 60) : 0,
  );
}
