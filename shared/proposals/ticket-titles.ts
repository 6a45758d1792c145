import type { TicketId } from '../values/ticket-id.ts';
import { describe } from './describe.ts';
import type { Proposal } from './proposal.ts';

/** Between two texts of one description, as `describe` joins them. */
const JOINT = '; ';

/** The tickets of proposals whose words leave something to say: what they are about would help. */
export const wantingTitles = (proposals: readonly Proposal[]): TicketId[] =>
  proposals.flatMap(({ ticket, description }) =>
    ticket !== null && (description === '' || partsOf(description).some((part) => saysOnly(part, ticket)))
      ? [ticket]
      : [],
  );

/**
 * A proposal in words a person understands: where a commit said nothing but the ticket's number, or nobody said
 * anything, stands the ticket's title. All else stays.
 * @param titles of tickets, as far as they are known.
 */
export function withTitle(proposal: Proposal, titles: ReadonlyMap<TicketId, string>): Proposal {
  const { ticket, description } = proposal;
  const title = ticket === null ? undefined : titles.get(ticket);
  if (ticket === null || title === undefined) return proposal;
  if (description === '') return { ...proposal, description: describe([title]) };
  const parts = partsOf(description);
  if (!parts.some((part) => saysOnly(part, ticket))) return proposal;
  return { ...proposal, description: describe(parts.map((part) => (saysOnly(part, ticket) ? title : part))) };
}

const partsOf = (description: string): string[] => description.split(JOINT);

/** `TB-042`, `[TB-042]`, `#TB-042:` */
const saysOnly = (text: string, ticket: TicketId): boolean =>
  text.replaceAll(/[\s[\]()#:.,–—-]+/g, '') === ticket.replaceAll('-', '');
