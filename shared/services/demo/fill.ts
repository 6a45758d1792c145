import type { World } from '../../ports/world.ts';
import { USUAL_TERMS } from '../../entries/project.ts';
import type { SettingKey } from '../../settings/catalogue.ts';
import type { Instant } from '../../values/instant.ts';
import { plusMinutes } from '../../values/instant.ts';
import { addDays, dayInterval } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import { addWeeks, weekOf } from '../../values/iso-week.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { addEntry } from '../add-entry.ts';
import { confirmNow } from '../close-day.ts';
import { proposeDay } from '../derive-day.ts';
import { editEntry } from '../edit-entry.ts';
import { personOf } from '../person.ts';
import { startSession } from '../session.ts';
import { readAll } from '../sources/sources.ts';
import { submitNow } from '../week.ts';
import { CALENDAR_FILE, CODE_FOLDER, LARGE, PERSON, PROJECTS, ROUTINES, SERIES, SMALL } from './company.ts';
import { leadDevSessions } from './dev-sessions.ts';
import { bookWeek, connectMadeUp } from './made-up-provider.ts';
import type { MadeUpWeeks } from './made-up.ts';
import { eveningOf } from './made-up.ts';
import { wallClock } from './traces.ts';

/**
 * Fills an empty data folder with made-up weeks, the way a person would have: evidence first, then days derived from it
 * and confirmed in their evening; the first week submitted and booked, the second reviewed, the third open.
 * @param world of the demo and of nothing else: everything in it is written to.
 */
export async function fillDemo(world: World, weeks: MadeUpWeeks): Promise<void> {
  await setUp(world, weeks);
  await keepTraces(world, weeks);
  await leadDevSessions(world, weeks);
  const at = (now: Instant): World => ({ ...world, clock: { ...world.clock, now: () => now } });
  await readAll(at(weeks.now), { way: 'local' });
  const [first, second] = [weekOf(weeks.monday), addWeeks(weekOf(weeks.monday), 1)];
  for (const day of weeks.days) {
    const evening = at(eveningOf(day, weeks.zone));
    const isClosed = weekOf(day.date) <= second || day.date === addDays(weeks.monday, 14);
    if (!isClosed) continue;
    await close(evening, day.date);
    const isLast =
      weeks.days.find((other) => other.date > day.date && weekOf(other.date) === first) === undefined;
    if (weekOf(day.date) === first && isLast) {
      await submitNow(evening, { week: first });
      await bookWeek(evening, first);
    }
  }
  await openWeek(world, weeks);
}

async function setUp(world: World, weeks: MadeUpWeeks): Promise<void> {
  const settings: Partial<Record<SettingKey, unknown>> = {
    'identity.user': PERSON.user,
    'identity.name': PERSON.name,
    'identity.emails': [PERSON.email],
    'time.zone': weeks.zone,
    'tickets.prefixes': PROJECTS.map((project) => project.key),
    'calendar.ics': [CALENDAR_FILE],
    'calendar.series': { ...SERIES },
  };
  for (const [key, value] of Object.entries(settings)) await world.settings.set(key as SettingKey, value);
  const start = dayInterval(weeks.monday, weeks.zone).start;
  await world.stores.ticketFacts.put(
    [
      ...LARGE.map((ticket) => ({ ...ticket, status: 'in progress' })),
      // What is small was done on the way; routines never end.
      ...SMALL.map((ticket) => ({ ...ticket, status: 'done' })),
      { ...ROUTINES, type: 'chore', hours: 0, status: null },
    ].map((ticket) => ({
      ticket: ticket.id as TicketId,
      title: ticket.title,
      type: ticket.type,
      status: ticket.status,
      estimate: ticket.hours === 0 ? null : minutes(Math.round(ticket.hours * 60)),
      labels: [],
      url: null,
      from: 'file' as const,
      at: start,
    })),
  );
  await world.stores.ledger.commit({
    actor: PERSON.user,
    operation: 'project.edit',
    why: 'made-up data',
    changes: PROJECTS.map((project) => ({
      noun: 'project' as const,
      before: null,
      after: {
        id: world.ids.next(start),
        user: PERSON.user,
        key: project.key,
        name: project.name,
        customer: project.customer,
        budget: project.budgetHours === null ? null : minutes(project.budgetHours * 60),
        terms: USUAL_TERMS,
        hourlyRate: project.cents === null ? null : { cents: project.cents, currency: 'EUR' },
        linearTeam: null,
        revision: 1,
      },
    })),
  });
  await connectMadeUp(world, weeks.now);
}

async function keepTraces(world: World, { traces, monday, now, zone }: MadeUpWeeks): Promise<void> {
  const { stores, ids } = world;
  const start = dayInterval(monday, zone).start;
  const repositories = PROJECTS.map(({ repository: name }) => ({
    id: ids.next(start),
    path: `${CODE_FOLDER}/${name}`,
    name,
    commonDir: `${CODE_FOLDER}/${name}/.git`,
    addedAt: start,
    lastScanAt: now,
    lastProblem: null,
    mark: 'demo',
    coveredFrom: start,
  }));
  await stores.ledger.commit({
    actor: PERSON.user,
    operation: 'repository.add',
    why: 'made-up data',
    changes: repositories.map((after) => ({ noun: 'repository' as const, before: null, after })),
  });
  const idOf = (name: string) => repositories.find((one) => one.name === name)!.id;
  for (const { id, lastScanAt, lastProblem, mark, coveredFrom } of repositories)
    await stores.evidence.markScanned(id, { lastScanAt, lastProblem, mark, coveredFrom });
  await stores.evidence.addCommits(
    traces.commits.map((one) => ({ ...one, repository: idOf(one.repository) })),
  );
  await stores.evidence.addCheckouts(
    traces.checkouts.map((one) => ({ ...one, repository: idOf(one.repository) })),
  );
  for (const span of traces.presence)
    await stores.evidence.putPresence({ ...span, id: ids.next(span.start) });
  await stores.tools.addBeats(traces.beats);
  await stores.agents.putRuns(traces.runs);
  await stores.agents.putUses(traces.uses);
}

/** What nobody knows a ticket for belongs to the team's routines, says the person; then the day is right. */
async function close(world: World, date: string): Promise<void> {
  const person = personOf(world);
  const day = person.today;
  await proposeDay(world, person, day);
  for (const entry of await world.stores.entries.between(person.user, day, day)) {
    if (entry.ticket === null && entry.state !== 'deleted')
      await editEntry(world, { id: entry.id, ticket: ROUTINES.id });
  }
  await confirmNow(world, { date, unallocated: true });
}

/** The week at hand: proposed and left open, with something typed in, and a session that runs. */
async function openWeek(world: World, weeks: MadeUpWeeks): Promise<void> {
  const at = (now: Instant): World => ({ ...world, clock: { ...world.clock, now: () => now } });
  const open = weeks.days.filter((day) => day.date > addDays(weeks.monday, 14));
  for (const day of open) {
    const evening = day.date === weeks.today ? weeks.now : eveningOf(day, weeks.zone);
    const then = at(evening);
    await proposeDay(then, personOf(then), day.date);
  }
  const wednesday = open[1];
  if (wednesday) {
    const then = at(eveningOf(wednesday, weeks.zone));
    await addEntry(then, {
      minutes: '30m',
      ticket: 'HBR-231',
      description: 'Phone call with Nordholm about refunds',
      date: wednesday.date,
    });
  }
  const begun = at(plusMinutes(weeks.now, -18));
  await startSession(begun, { what: 'HBR-231 Pair on the price difference with Jonas' });
  const now = at(weeks.now);
  const today = personOf(now);
  await proposeDay(now, today, today.today);
  await world.stores.evidence.putPresence({
    id: world.ids.next(weeks.now),
    user: PERSON.user,
    start: wallClock(weeks.today, 16 * 60 + 24, weeks.zone),
    end: weeks.now,
    state: 'active',
    backend: 'demo',
    zone: weeks.zone,
    open: false,
  });
}
