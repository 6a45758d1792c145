import { activityWatchReader } from './activitywatch-source.ts';
import { claudeReader } from './claude-source.ts';
import { googleReader } from './google-reader.ts';
import { icsReader } from './ics-reader.ts';
import type { SourceReader } from './source-reader.ts';
import { telemetryReader } from './telemetry-source.ts';
import { ticketsReader } from './tickets-source.ts';
import { wakaTimeReader } from './wakatime-source.ts';

/**
 * Every kind of source besides git and presence, in the order they are shown. Loaded with every day that is shown, so a
 * reader imports its parser only when it reads (`await import(…)` inside `read`).
 */
export const SOURCE_READERS: readonly SourceReader[] = [
  icsReader,
  googleReader,
  claudeReader,
  telemetryReader,
  wakaTimeReader,
  activityWatchReader,
  ticketsReader,
];
