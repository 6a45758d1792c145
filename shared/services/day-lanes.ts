import type { DayView } from '../contract/shapes.ts';
import { workingMeetings } from '../evidence/working-meetings.ts';
import { attentionOf, ticketOfRun } from '../proposals/agent-lane.ts';
import { ticketOfMeeting } from '../proposals/calendar-lane.ts';
import type { DayEvidence } from '../proposals/derive-day.ts';
import { ideLane } from '../proposals/ide-lane.ts';
import type { DerivationRules } from '../settings/rules.ts';
import { clip } from '../values/interval.ts';
import { dayInterval } from '../values/local-day.ts';
import { spanShapeOf } from './shapes.ts';

/** What calendars, tools, editors and agents told of a day, for the lanes of the timeline: by start, whatever became of it. */
export function lanesOf(
  evidence: DayEvidence,
  rules: DerivationRules,
): Pick<DayView, 'events' | 'spans' | 'runs'> {
  const day = dayInterval(evidence.date, evidence.zone);
  const counting = new Set(workingMeetings(evidence.events, rules.meetings));
  return {
    events: evidence.events
      .filter((event) => event.status !== 'cancelled')
      .map((event) => ({
        ...spanShapeOf(event),
        id: event.id,
        source: event.source,
        series: event.series,
        title: event.title,
        ticket: ticketOfMeeting(event, rules).ticket,
        allDay: event.allDay,
        attended: event.attended,
        counts: counting.has(event),
      })),
    spans: ideLane(evidence, rules)
      .flatMap(({ spans, because, ticket, project }) =>
        clip(spans, [day]).map((span) => ({
          ...spanShapeOf(span),
          source: because.ref.slice(0, because.ref.lastIndexOf('@')),
          title: because.label,
          ticket,
          project,
        })),
      )
      .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0)),
    runs: evidence.runs.map((run) => ({
      ...spanShapeOf({ start: run.startedAt, end: run.aliveAt }),
      source: run.agent,
      id: run.id,
      title: run.title,
      ticket: ticketOfRun(run, rules.ticketPrefixes),
      ended: run.ended,
      attention: clip(attentionOf(run, evidence.presence), [day]).map(spanShapeOf),
    })),
  };
}
