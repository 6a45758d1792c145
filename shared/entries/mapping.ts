import type { Id } from '../values/ids.ts';
import type { ProviderId } from '../values/provider-id.ts';
import { prefixOf } from '../values/ticket-id.ts';
import type { Entry } from './entry.ts';

/** The provider's thing that time is booked on (design §1 "unit"): a service, a project; ids as the provider writes them. */
export interface UnitRef {
  readonly unit: string;
  /** A task below it; null: none. */
  readonly task: string | null;
}

/** Where the time of a ticket, of all tickets of a prefix, or of a project is booked. */
export interface Mapping extends UnitRef {
  readonly id: Id;
  readonly user: string;
  readonly provider: ProviderId;
  readonly scope: 'ticket' | 'prefix' | 'project';
  /** `TB-042`, `TB`, `customer-portal`. Unique per user, provider and scope. */
  readonly name: string;
  /** What people read, as it was when it was mapped: `Development · Portal · Acme`. */
  readonly label: string;
  /** Null: as the provider has it. */
  readonly billable: boolean | null;
  readonly revision: number;
}

/** The mapping an entry falls under: its ticket's, else its prefix's, else its project's; null: it has no unit yet. */
export function mappingOf(
  entry: Pick<Entry, 'ticket' | 'project'>,
  mappings: readonly Mapping[],
): Mapping | null {
  const named = (scope: Mapping['scope'], name: string | null): Mapping | undefined =>
    name === null ? undefined : mappings.find((mapping) => mapping.scope === scope && mapping.name === name);
  const { ticket, project } = entry;
  return (
    named('ticket', ticket) ??
    named('prefix', ticket === null ? null : prefixOf(ticket)) ??
    named('project', project) ??
    null
  );
}
