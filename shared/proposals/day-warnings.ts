import type { DerivationRules } from '../settings/rules.ts';
import type { Interval } from '../values/interval.ts';
import { isEmpty } from '../values/interval.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import { formatShort } from '../values/minutes.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { Piece } from './piece.ts';
import type { Proposal } from './proposal.ts';

const named = (ticket: TicketId | null): string => ticket ?? said`work without a ticket`;

/** A date that the zone jumped over has no time to fill. */
export function skippedDay(date: LocalDay, zone: Zone, day: Interval): string[] {
  return isEmpty(day) ? [said`${date} did not exist in ${zone}: the calendar jumped over it.`] : [];
}

/**
 * Tickets that rounding left nothing of.
 * @param accounted tickets that have an entry, a proposal or a session all the same: a remainder is not worth a word.
 */
export function roundedAway(
  dropped: readonly Proposal[],
  accounted: ReadonlySet<TicketId | null>,
  rules: DerivationRules,
): string[] {
  return dropped
    .filter(({ ticket, rawMinutes }) => rawMinutes > 0 && !accounted.has(ticket))
    .map(
      ({ ticket, rawMinutes }) =>
        said`${formatShort(rawMinutes)} on ${named(ticket)} rounds to nothing at ${formatShort(rules.rounding)}.`,
    );
}

/**
 * Tickets whose commits brought them no time, for example because another ticket's branch was checked out.
 * @param pieces git's own, before fusion.
 * @param accounted tickets that have an entry, a proposal or a session all the same.
 */
export function withoutTime(pieces: readonly Piece[], accounted: ReadonlySet<TicketId | null>): string[] {
  const timed = new Set(pieces.filter((piece) => piece.spans.length > 0).map((piece) => piece.ticket));
  const commits = new Map<TicketId | null, number>();
  for (const { ticket } of pieces) {
    if (!timed.has(ticket) && !accounted.has(ticket)) commits.set(ticket, (commits.get(ticket) ?? 0) + 1);
  }
  return [...commits].map(
    ([ticket, count]) =>
      said`${count} ${count === 1 ? said`commit` : said`commits`} on ${named(ticket)} brought no time.`,
  );
}
