import type { Entry } from '../entries/entry.ts';
import type { AgentRun } from '../evidence/agent.ts';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import type { Checkout, Commit } from '../evidence/commit.ts';
import type { EditorBeat } from '../evidence/editor-beat.ts';
import { gitPieces } from '../evidence/git-pieces.ts';
import type { PresenceSpan } from '../evidence/presence.ts';
import type { Session } from '../evidence/session.ts';
import type { ToolMark } from '../evidence/tool-mark.ts';
import type { DerivationRules } from '../settings/rules.ts';
import type { Instant } from '../values/instant.ts';
import { earliest, instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { clip } from '../values/interval.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import { dayInterval } from '../values/local-day.ts';
import { agentLane } from './agent-lane.ts';
import { calendarLane } from './calendar-lane.ts';
import { withoutDecided } from './decided.ts';
import { roundedAway, skippedDay, withoutTime } from './day-warnings.ts';
import { fuse } from './fuse.ts';
import { gapsOf } from './gaps.ts';
import { gitLane } from './git-lane.ts';
import { ideLane } from './ide-lane.ts';
import type { Piece } from './piece.ts';
import type { Proposal } from './proposal.ts';
import { timerLane } from './timer-lane.ts';
import { weigh } from './weigh.ts';

/** All that was observed of a person's local day, in any order. What lies outside the day is ignored. */
export interface DayEvidence {
  readonly date: LocalDay;
  readonly zone: Zone;
  readonly now: Instant;
  readonly presence: readonly PresenceSpan[];
  /** The person's own commits, of all repositories. */
  readonly commits: readonly Commit[];
  readonly checkouts: readonly Checkout[];
  readonly sessions: readonly Session[];
  readonly events: readonly CalendarEvent[];
  /** Lines of telemetry logs and beats of editors. */
  readonly marks: readonly ToolMark[];
  readonly beats: readonly EditorBeat[];
  readonly runs: readonly AgentRun[];
}

/** What the rules make of a day. */
export interface Derivation {
  /** By start; no two share time, and none has time of a kept entry. */
  readonly proposals: Proposal[];
  /** Present time that nothing explains. */
  readonly gaps: Interval[];
  /** For people: what they would otherwise wonder about. */
  readonly warnings: string[];
}

/**
 * Proposes a day (design §2 "Fusion"). A pure function of evidence, kept entries and rules: the same in, the same out,
 * whatever the order.
 * @param kept entries that stand, the deleted ones too: their time is settled.
 */
export function deriveDay(evidence: DayEvidence, kept: readonly Entry[], rules: DerivationRules): Derivation {
  const day = dayInterval(evidence.date, evidence.zone);
  const horizon = horizonOf(day, evidence.now);

  const { git, timer, others } = lanesOf(evidence, rules);
  const settled = kept.flatMap((entry) => entry.spans);
  const open = withoutDecided([...timer, ...others, ...withoutKeptCommits(git, kept)], kept);
  const fused = fuse(open, settled);
  const running = fused.filter((piece) => !piece.finished);
  const keptKeys = new Set(kept.flatMap((entry) => entry.key ?? []));
  const { proposals, dropped } = weigh(
    fused.filter((piece) => piece.finished),
    keptKeys,
    rules,
  );

  const explained = [...settled, ...[...proposals, ...running].flatMap((one) => one.spans)];
  const accounted = new Set([...kept, ...timer, ...proposals].map((one) => one.ticket));
  return {
    proposals,
    gaps: gapsOf(evidence.presence, { start: day.start, end: horizon }, explained),
    warnings: [
      ...skippedDay(evidence.date, evidence.zone, day),
      ...roundedAway(dropped, accounted, rules),
      ...withoutTime(git, accounted),
    ],
  };
}

/** What every source says for itself, before fusion: what an entry would have without the stronger ones. */
export function lanesOf(
  evidence: DayEvidence,
  rules: DerivationRules,
): Readonly<Record<'git' | 'timer' | 'others', Piece[]>> {
  const day = dayInterval(evidence.date, evidence.zone);
  const horizon = horizonOf(day, evidence.now);
  const others = [
    ...calendarLane(evidence.events, evidence.now, rules),
    ...ideLane(evidence, rules),
    ...agentLane(evidence.runs, evidence.presence, rules),
  ];
  return {
    git: gitLane(gitPieces(evidence, day, horizon, rules), rules),
    timer: timerLane(evidence.sessions, day, evidence.now, rules),
    others: others
      .map((piece) => ({ ...piece, spans: clip(piece.spans, [day]) }))
      .filter((piece) => piece.spans.length > 0),
  };
}

/** While work goes on the day is reckoned up to the last whole five minutes: every step further is a log record. */
const STEADY_MS = 5 * 60_000;

/**
 * Up to when there can have been work: now, less what is too new to be steady, so that deriving again a moment later
 * changes nothing.
 * A day that lies wholly ahead can only come from a clock that is wrong: then its evidence is all there is to go by.
 */
function horizonOf(day: Interval, now: Instant): Instant {
  return now < day.start ? day.end : earliest(instant(now - (now % STEADY_MS)), day.end);
}

/** A commit that claims no time is named once: by the entry that was kept, if that names it. */
function withoutKeptCommits(git: readonly Piece[], kept: readonly Entry[]): Piece[] {
  const named = new Set(kept.flatMap((entry) => entry.commits));
  return git.filter((piece) => piece.spans.length > 0 || piece.commit === null || !named.has(piece.commit));
}
