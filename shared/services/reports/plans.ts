import type { World } from '../../ports/world.ts';
import { aboutTicket } from '../../reports/ticket-about.ts';
import { compareTexts } from '../../values/order.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { personOf } from '../person.ts';
import type { Person } from '../person.ts';
import { readTicketFiles, ticketFiles } from '../sources/ticket-files.ts';

/** A plan or a sprint, by what tickets say they belong to. */
export interface Plan {
  readonly kind: 'plan' | 'sprint';
  /** As the first ticket writes it: its case does not matter. */
  readonly name: string;
  readonly tickets: readonly TicketId[];
}

/** More tickets than this are not looked through. */
const MOST = 20_000;

/** Plans and sprints that ticket files and trackers name, sprints first, the highest number before lower ones. */
export async function knownPlans(world: World, person: Person): Promise<Plan[]> {
  // Files that were never asked about are not known yet.
  await readTicketFiles(world, person, [...(await ticketFiles(world)).keys()]);
  const found = new Map<string, { kind: Plan['kind']; name: string; tickets: TicketId[] }>();
  for (const facts of await world.stores.ticketFacts.search('', MOST)) {
    const { id, plans, sprints } = aboutTicket(facts.ticket, facts);
    const named = [
      ...plans.map((name) => ({ kind: 'plan' as const, name: name.trim() })),
      ...sprints.map((name) => ({ kind: 'sprint' as const, name: name.trim() })),
    ];
    for (const { kind, name } of named) {
      const key = `${kind}\n${name.toLowerCase()}`;
      const known = found.get(key) ?? { kind, name, tickets: [] };
      if (!known.tickets.includes(id)) known.tickets.push(id);
      found.set(key, known);
    }
  }
  return [...found.values()].toSorted(
    (a, b) => compareTexts(b.kind, a.kind) || b.name.localeCompare(a.name, 'en', { numeric: true }),
  );
}

/** What may be chosen where a report asks for a plan or a sprint. */
export async function listPlans(
  world: World,
  { kind }: { kind?: Plan['kind'] | undefined },
): Promise<{ kind: Plan['kind']; name: string; tickets: number }[]> {
  const plans = await knownPlans(world, personOf(world));
  return plans
    .filter((one) => kind === undefined || one.kind === kind)
    .map(({ tickets, ...one }) => ({ ...one, tickets: tickets.length }));
}
