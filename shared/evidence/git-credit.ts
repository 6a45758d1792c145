import type { DerivationRules } from '../settings/rules.ts';
import type { Instant } from '../values/instant.ts';
import { earliest, latest, plusMinutes } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { coveredMs, isEmpty, lengthMs, subtract } from '../values/interval.ts';
import { formatShort } from '../values/minutes.ts';
import { said } from '../values/said.ts';
import type { Commit } from './commit.ts';
import type { KnownPresence } from './git-presence.ts';
import { activeAround } from './git-presence.ts';

/** Time that a commit stands for, and the rule that made it. */
export interface CommitTime {
  readonly commit: Commit;
  readonly spans: readonly Interval[];
  /** For people: a phrase that can follow "From 09:15 to 10:30:". */
  readonly rule: string;
}

/** What the rules go by besides the commits themselves. */
export interface Circumstances {
  readonly day: Interval;
  /** What is assumed after the last commit reaches no further than this: there is no work in the future. */
  readonly horizon: Instant;
  readonly presence: KnownPresence;
  readonly rules: DerivationRules;
}

/**
 * Makes time of commits (design §2 Git, rules 1 to 4). No two commits get the same time.
 *
 *     presence     |==========|           |==================|
 *     commits         a    b                   c         d
 *     "after"      [aaaaaaa)[bb)          [cccccccccccccc)[dd)
 *     "before"     [a)[bbbbbbbb)          [cccc)[dddddddddddd)
 *
 * @param commits that carry time, each once, by author time, all within the day.
 */
export function creditCommits(commits: readonly Commit[], given: Circumstances): CommitTime[] {
  const first = commits[0];
  const last = commits.at(-1);
  if (!first || !last) return [];
  const end = latest(given.horizon, last.authoredAt);
  return [
    leadIn(first, given.day.start, said`before the first commit of the day`, given),
    ...commits.slice(1).flatMap((next, index) => between(commits[index]!, next, given)),
    tail(last, end, said`after the last commit of the day`, given),
  ].filter((time) => time.spans.length > 0);
}

function between(left: Commit, right: Commit, given: Circumstances): CommitTime[] {
  const gap: Interval = { start: left.authoredAt, end: right.authoredAt };
  if (isEmpty(gap)) return [];
  const long = lengthMs(gap) > given.rules.maxGap * 60_000;
  return long ? longGap(left, right, given) : [shortGap(left, right, gap, given)];
}

/** Rule 1: all of it, as far as the person was there, belongs to one of the two. */
function shortGap(left: Commit, right: Commit, gap: Interval, given: Circumstances): CommitTime {
  const { presence, rules } = given;
  const [commit, where] =
    rules.credit === 'after' ? [left, said`until the next commit`] : [right, said`since the commit before`];
  if (activeAround(presence, gap.start) && activeAround(presence, gap.end)) {
    return { commit, spans: presence.active.within(gap), rule: said`active time ${where}` };
  }
  const spans = presence.away.free(gap);
  const whole = coveredMs(spans) === lengthMs(gap);
  return { commit, spans, rule: whole ? said`time ${where}` : said`time ${where} without the time away` };
}

/**
 * Rules 2 and 4: what happened in the middle is anybody's guess. A commit reaches through the presence around it;
 * where there is none known, only the side that `credit` names gets a default session. Should the two sides meet,
 * that one goes first.
 */
function longGap(left: Commit, right: Commit, given: Circumstances): CommitTime[] {
  const limit = formatShort(given.rules.maxGap);
  if (given.rules.credit === 'after') {
    const why = said`after the commit, the next one is over ${limit} later`;
    const on = tail(left, right.authoredAt, why, given);
    const back = leadIn(right, left.authoredAt, null, given);
    return [on, { ...back, spans: subtract(back.spans, on.spans) }];
  }
  const why = said`before the commit, the last one is over ${limit} earlier`;
  const on = tail(left, right.authoredAt, null, given);
  const back = leadIn(right, left.authoredAt, why, given);
  return [{ ...on, spans: subtract(on.spans, back.spans) }, back];
}

/**
 * The time after a commit, up to `limit` at most: while the person stayed active, but not longer than `maxGap`; where
 * presence is not known a default session, if there is a reason (`why`) to assume one.
 */
function tail(commit: Commit, limit: Instant, why: string | null, given: Circumstances): CommitTime {
  const start = commit.authoredAt;
  const active = activeAround(given.presence, start);
  if (active) {
    const end = earliest(active.end, plusMinutes(start, given.rules.maxGap), limit);
    return { commit, spans: solid({ start, end }), rule: said`active time after the commit` };
  }
  const end = earliest(plusMinutes(start, given.rules.defaultSession), limit);
  return assumed(commit, { start, end }, why, given);
}

/** The time before a commit, from `limit` at the earliest: the mirror image of `tail`. */
function leadIn(commit: Commit, limit: Instant, why: string | null, given: Circumstances): CommitTime {
  const end = commit.authoredAt;
  const active = activeAround(given.presence, end);
  if (active) {
    const start = latest(active.start, minutesBefore(end, given.rules.maxGap), limit);
    return { commit, spans: solid({ start, end }), rule: said`active time before the commit` };
  }
  const start = latest(minutesBefore(end, given.rules.defaultSession), limit);
  return assumed(commit, { start, end }, why, given);
}

function assumed(commit: Commit, session: Interval, why: string | null, given: Circumstances): CommitTime {
  if (why === null) return { commit, spans: [], rule: '' };
  const spans = given.presence.away.free(session);
  const { defaultSession } = given.rules;
  const full = coveredMs(spans) === defaultSession * 60_000;
  return {
    commit,
    spans,
    rule: full
      ? said`${formatShort(defaultSession)} assumed ${why}`
      : said`at most ${formatShort(defaultSession)} assumed ${why}`,
  };
}

const solid = (interval: Interval): Interval[] => (isEmpty(interval) ? [] : [interval]);
const minutesBefore = (at: Instant, amount: number): Instant => plusMinutes(at, -amount);
