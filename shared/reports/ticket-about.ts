import type { TicketFacts } from '../evidence/ticket-facts.ts';
import type { Minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** What reports look at in a ticket: what its tracker or file says, with the labels that name themselves told apart. */
export interface TicketAbout {
  readonly id: TicketId;
  readonly title: string | null;
  readonly type: string | null;
  readonly status: string | null;
  readonly estimate: Minutes | null;
  /** In lower case, without those below. */
  readonly labels: readonly string[];
  readonly component: string | null;
  readonly customer: string | null;
  readonly sprints: readonly string[];
  readonly plans: readonly string[];
  /** As it was written: `x-rd-category`. */
  readonly rdCategory: string | null;
}

const NAMED = /^(component|customer|sprint|plan|x-rd-category):\s*(.+)$/i;

/** Reads the facts of a ticket; a ticket nobody told of is just its id. */
export function aboutTicket(id: TicketId, facts: TicketFacts | undefined): TicketAbout {
  const named = new Map<string, string[]>();
  const labels: string[] = [];
  for (const label of facts?.labels ?? []) {
    const match = NAMED.exec(label);
    if (match === null) labels.push(label.toLowerCase());
    else named.set(match[1]!.toLowerCase(), [...(named.get(match[1]!.toLowerCase()) ?? []), match[2]!]);
  }
  const first = (name: string): string | null => named.get(name)?.[0] ?? null;
  return {
    id,
    title: facts?.title ?? null,
    type: facts?.type ?? null,
    status: facts?.status ?? null,
    estimate: facts?.estimate ?? null,
    labels,
    component: first('component'),
    customer: first('customer'),
    sprints: named.get('sprint') ?? [],
    plans: named.get('plan') ?? [],
    rdCategory: first('x-rd-category'),
  };
}
