/** The narrowest permissions that show meetings: which calendars there are, and their events; both read only. */
export const GOOGLE_SCOPES: readonly string[] = [
  'https://www.googleapis.com/auth/calendar.events.readonly',
  'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
];
