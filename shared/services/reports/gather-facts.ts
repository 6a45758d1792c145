import type { TicketFacts } from '../../evidence/ticket-facts.ts';
import { ofCustomer } from '../../entries/project.ts';
import type { World } from '../../ports/world.ts';
import type { Dimension, EntryFilter, Facts, TimeSum } from '../../reports/facts.ts';
import { NO_FACTS } from '../../reports/facts.ts';
import type { Asked, Needs, Report } from '../../reports/report.ts';
import type { Interval } from '../../values/interval.ts';
import { dayInterval } from '../../values/local-day.ts';
import type { Minutes } from '../../values/minutes.ts';
import { minutes } from '../../values/minutes.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import type { Person } from '../person.ts';
import { readTicketFiles, ticketFiles } from '../sources/ticket-files.ts';
import { agentFacts } from './agent-facts.ts';

/** More tickets than this carry no single label. */
const MOST_LABELLED = 20_000;

/** Asks the store for what a report needs, and for nothing else. */
export async function gatherFacts<D extends Dimension>(
  world: World,
  person: Person,
  report: Report<D>,
  asked: Asked,
): Promise<Facts<D>> {
  const { reports, projects } = world.stores;
  const needs = report.needs(asked);
  const labelled =
    needs.labelled === undefined ? [] : await ticketsLabelled(world, person, [needs.labelled.label]);
  const records = await projects.list(person.user);
  const filter = {
    ...filterOf(needs, asked, labelled),
    ...(needs.ofCustomer === true
      ? { projects: ofCustomer(records, asked.customer ?? '').map(({ key }) => key) }
      : {}),
  };
  const sums = await reports.sums(filter, needs.sums);
  const byTicket = needs.byTicket === true ? await reports.sums(filter, ['ticket']) : [];
  const details = needs.details === true ? await reports.sums(filter, ['user', 'date', 'ticket']) : [];
  const lines = needs.lines === undefined ? [] : await reports.lines(filter, needs.lines);
  const byTicketDay = await timeOfTickets(world, person, needs, asked);
  const tickets = [
    ...new Set([
      ...sums.flatMap(ticketOf),
      ...byTicket.flatMap(ticketOf),
      ...labelled,
      ...byTicketDay.flatMap(ticketOf),
      ...(needs.about ?? []),
      ...(asked.ticket === null ? [] : [asked.ticket]),
    ]),
  ];
  return {
    ...NO_FACTS,
    sums,
    byTicket,
    details,
    lines,
    byTicketDay,
    labelled,
    tickets: await knownFacts(world, person, tickets),
    ever: needs.ever === true ? await everLogged(world, tickets, asked) : NO_FACTS.ever,
    projects: records,
    spent: needs.spent === true ? await everSpent(world, asked) : NO_FACTS.spent,
    remote: needs.remote === true ? await remoteBudgets(world, person, records) : NO_FACTS.remote,
    standings: needs.standings === true ? await reports.standings(standingFilter(filter)) : [],
    sessions:
      needs.sessions === true ? await reports.sessions(periodInterval(asked), sessionFilter(asked)) : [],
    ...(needs.uses === true ? await agentFacts(world, person, periodInterval(asked), asked.project) : {}),
    names: new Map(
      person.settings['identity.name'] === '' ? [] : [[person.user, person.settings['identity.name']]],
    ),
  };
}

const ticketOf = (sum: object): TicketId[] => {
  const ticket = (sum as { ticket?: TicketId | null }).ticket;
  return ticket === undefined || ticket === null ? [] : [ticket];
};

function filterOf(needs: Needs<Dimension>, asked: Asked, labelled: readonly TicketId[]): EntryFilter {
  if (needs.filter !== undefined) return needs.filter;
  const { period, user, project, ticket } = asked;
  const tickets = ticket !== null ? [ticket] : needs.labelled?.only === true ? labelled : undefined;
  return {
    from: period.from,
    to: period.to,
    ...(user === null ? {} : { user }),
    ...(project === null ? {} : { project }),
    ...(tickets === undefined ? {} : { tickets }),
  };
}

const standingFilter = ({ from, to, user }: EntryFilter): EntryFilter => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(user === undefined ? {} : { user }),
});

const sessionFilter = ({ user, project }: Asked): EntryFilter => ({
  ...(user === null ? {} : { user }),
  ...(project === null ? {} : { project }),
});

/** The days as instants, in the zone of whoever asks. */
const periodInterval = ({ period, zone }: Asked): Interval => ({
  start: dayInterval(period.from, zone).start,
  end: dayInterval(period.to, zone).end,
});

/** Tickets that carry a label (without regard to case), as trackers and files have it. */
async function ticketsLabelled(world: World, person: Person, labels: readonly string[]): Promise<TicketId[]> {
  // Files that were never asked about are not known yet.
  await readTicketFiles(world, person, [...(await ticketFiles(world)).keys()]);
  const found = new Set<TicketId>();
  for (const label of labels.map((one) => one.toLowerCase())) {
    const facts = await world.stores.ticketFacts.search(label, MOST_LABELLED);
    for (const one of facts) if (one.labels.some((its) => its.toLowerCase() === label)) found.add(one.ticket);
  }
  return [...found].toSorted();
}

/** What the files of the repositories say of tickets, else what trackers told before; nobody outside is asked. */
async function knownFacts(
  world: World,
  person: Person,
  tickets: readonly TicketId[],
): Promise<ReadonlyMap<TicketId, TicketFacts>> {
  if (tickets.length === 0) return new Map();
  const files = await readTicketFiles(world, person, tickets);
  const told = await world.stores.reports.ticketFacts(tickets);
  return new Map([...told, ...files.facts].map((one) => [one.ticket, one]));
}

async function everLogged(
  world: World,
  tickets: readonly TicketId[],
  { period }: Asked,
): Promise<ReadonlyMap<TicketId, Minutes>> {
  if (tickets.length === 0) return new Map();
  const sums = await world.stores.reports.sums({ tickets, to: period.to }, ['ticket']);
  return new Map(sums.flatMap((sum) => (sum.ticket === null ? [] : [[sum.ticket, sum.minutes] as const])));
}

async function everSpent(world: World, { project }: Asked): Promise<Minutes> {
  if (project === null) return minutes(0);
  const [sum] = await world.stores.reports.sums({ project }, []);
  return sum?.minutes ?? minutes(0);
}

async function timeOfTickets(
  world: World,
  person: Person,
  { byTicketDay }: Needs<Dimension>,
  { period }: Asked,
): Promise<readonly TimeSum<'date' | 'ticket' | 'project'>[]> {
  if (byTicketDay === undefined) return [];
  const labelled =
    byTicketDay.labels.length === 0 ? [] : await ticketsLabelled(world, person, byTicketDay.labels);
  const tickets = [...new Set([...byTicketDay.tickets, ...labelled])];
  return world.stores.reports.sums({ tickets, to: period.to }, ['date', 'ticket', 'project']);
}

async function remoteBudgets(
  world: World,
  person: Person,
  projects: Facts['projects'],
): Promise<Facts['remote']> {
  // Loaded here: it knows every provider, and few reports tell of budgets.
  const { projectShapesOf } = await import('../connections/projects.ts');
  const shapes = await projectShapesOf(world, person, projects);
  const asMinutes = (value: number | null): Minutes | null =>
    value === null ? null : minutes(Math.round(value));
  return new Map(
    shapes.flatMap(({ key, remote }) =>
      remote === null
        ? []
        : [[key, { budgeted: asMinutes(remote.budgeted), worked: asMinutes(remote.worked) }] as const],
    ),
  );
}
