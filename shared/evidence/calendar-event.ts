import type { Instant } from '../values/instant.ts';

/** One meeting of a calendar; each instance of a series is one. */
export interface CalendarEvent {
  /** Key of the source it was read from: `ics:…`, `google:…`. */
  readonly source: string;
  /** Tells it from the others of that source; of an instance it names the series and the start it was planned for. */
  readonly id: string;
  /** The same for all instances of a series; null: it stands alone. */
  readonly series: string | null;
  /** Empty where the calendar only says "busy". */
  readonly title: string;
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
  readonly allDay: boolean;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** What the person answered; their own events, and those without guests, count as accepted. */
  readonly response: 'accepted' | 'tentative' | 'needsAction' | 'declined';
  /** False: the calendar shows the person as free. */
  readonly busy: boolean;
  /** What the person said about it; null: nothing, so it counts. */
  readonly attended: boolean | null;
  readonly kind: 'default' | 'outOfOffice' | 'focusTime' | 'workingLocation' | 'birthday';
}
