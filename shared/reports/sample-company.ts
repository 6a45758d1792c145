import type { TicketFacts } from '../evidence/ticket-facts.ts';
import type { Entry, EntrySource } from '../entries/entry.ts';
import type { Project } from '../entries/project.ts';
import { USUAL_TERMS } from '../entries/project.ts';
import type { Id } from '../values/ids.ts';
import { instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';
import { addDays, weekdayOf } from '../values/local-day.ts';
import { minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** A made-up company for tests and measurements: the same one for the same seed, whoever asks. */
export interface Company {
  readonly people: readonly string[];
  readonly projects: readonly Project[];
  readonly tickets: readonly TicketFacts[];
  readonly entries: readonly Entry[];
}

export interface CompanySize {
  readonly seed: number;
  readonly people: number;
  /** First and last day, both included; nobody works on weekends. */
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** Entries of a person on a day, at most. */
  readonly perDay: number;
}

const NAMES = [
  'ann',
  'bob',
  'carla',
  'deniz',
  'emil',
  'fatma',
  'greta',
  'henri',
  'ines',
  'jan',
  'kofi',
  'lena',
];
const PREFIXES = ['TB', 'APP', 'TINT', 'CUS', 'OPS'];
const TYPES = ['story', 'epic', 'bug', 'task', 'investigation', 'support-case', 'impediment', null];
const LABELS = [
  [],
  ['backend'],
  ['billable'],
  ['admin'],
  ['impediment'],
  ['feature'],
  ['ceremony', 'backend'],
  [],
];
const RD = [null, null, null, null, null, 'research', 'maintenance', 'admin'];
const SOURCES: readonly EntrySource[] = ['git', 'calendar', 'manual', 'ide', 'timer'];
const AT = instant(Date.UTC(2026, 0, 1));
const TICKETS = 120;

/** Makes the company. Some entries have no ticket, some were deleted, some are corrections below nothing. */
export function sampleCompany({ seed, people: count, from, to, perDay }: CompanySize): Company {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const people = Array.from({ length: count }, (_, at) => NAMES[at] ?? `person-${at}`);
  const tickets = Array.from({ length: TICKETS }, (_, at) => aTicket(at, pick));
  const entries: Entry[] = [];
  for (const user of people) {
    for (let date = from; date <= to; date = addDays(date, 1)) {
      if (weekdayOf(date) > 5) continue;
      const number = Math.floor(random() * (perDay + 1));
      for (let at = 0; at < number; at += 1) {
        const ticket = random() < 0.1 ? null : pick(tickets).ticket;
        entries.push({
          id: idOf(entries.length),
          user,
          date,
          ticket,
          project: ticket === null ? null : ticket.slice(0, ticket.lastIndexOf('-')),
          minutes: minutes(random() < 0.02 ? -15 : 1 + Math.floor(random() * 150)),
          rawMinutes: minutes(60),
          source: pick(SOURCES),
          description: 'made up',
          commits: [],
          startedAt: null,
          endedAt: null,
          zone: 'Europe/Berlin',
          evidence: [],
          spans: [],
          state: random() < 0.03 ? 'deleted' : 'accepted',
          key: null,
          correction: null,
          createdAt: AT,
          updatedAt: AT,
          revision: 1,
        });
      }
    }
  }
  return { people, projects: PREFIXES.map(aProject), tickets, entries };
}

const idOf = (number: number): Id => `01910000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;

function aTicket(at: number, pick: <T>(list: readonly T[]) => T): TicketFacts {
  const category = pick(RD);
  const component = pick(['api', 'admin.office', null]);
  return {
    ticket: `${PREFIXES[at % PREFIXES.length]}-${String(at + 1).padStart(3, '0')}` as TicketId,
    title: `Ticket "${at}"; |a, b| <c>`,
    type: pick(TYPES),
    status: pick(['todo', 'in-progress', 'done']),
    estimate: pick([null, minutes(480), minutes(1440), minutes(90)]),
    labels: [
      ...pick(LABELS),
      ...(category === null ? [] : [`x-rd-category:${category}`]),
      ...(component === null ? [] : [`component:${component}`]),
      `sprint:${1 + (at % 7)}`,
    ],
    url: null,
    from: 'file',
    at: AT,
  };
}

const aProject = (key: string, at: number): Project => ({
  id: `01920000-0000-7000-8000-${String(at).padStart(12, '0')}` as Id,
  user: 'ann',
  key,
  name: key,
  customer: [null, 'Acme Corp', 'Internal', 'Globex', null][at] ?? null,
  budget: at % 2 === 0 ? minutes(6000) : null,
  terms: USUAL_TERMS,
  hourlyRate: at % 2 === 0 ? { cents: 15_000, currency: 'EUR' } : null,
  linearTeam: null,
  revision: 1,
});

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
