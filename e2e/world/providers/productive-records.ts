// What the stand-in of Productive holds: an organisation, its people, customers with projects and budgets, and the time.

/** A resource as JSON:API shows it, before anybody decides which of its relationships are told. */
export interface Resource {
  readonly type: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly relations: Readonly<Record<string, Link | null>>;
}
export interface Link {
  readonly type: string;
  readonly id: string;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly company: Link;
  readonly project: Link;
  readonly deal: Link;
  readonly budget: number | null;
  closed: boolean;
}
export interface TimeEntry {
  readonly id: string;
  person: string;
  service: string;
  task: string | null;
  date: string;
  time: number;
  billableTime: number;
  /** As it was sent. */
  note: string | null;
  startedAt: string | null;
  jiraWorklog: string | null;
  jiraIssue: string | null;
  approvedAt: string | null;
  invoiced: boolean;
  submitted: boolean;
  timerStartedAt: string | null;
  timerStoppedAt: string | null;
  updatedAt: string;
}
export interface Timer {
  readonly id: string;
  readonly person: string;
  readonly entry: string;
  readonly startedAt: string;
  stoppedAt: string | null;
  totalTime: number;
}

export const ORGANIZATION = { id: '4711', name: 'Tinte & Co' };
/** Exists, but the token belongs to nobody there. */
export const FOREIGN_ORGANIZATION = '4712';
export const SECOND_ORGANIZATION = { id: '4801', name: 'Zweitwerk' };
export const ME = { id: '12', name: ['Ada', 'Berg'], email: 'ada@example.com' };
const ME_ELSEWHERE = { id: '97', name: ['Ada', 'Berg'], email: 'ada@example.org' };
export const COLLEAGUE = { id: '13', name: ['Ben', 'Cole'], email: 'ben@example.com' };
/** Hundredths of a euro for an hour. */
const RATE = 9000;

export class Records {
  readonly entries = new Map<string, TimeEntry>();
  readonly timers = new Map<string, Timer>();
  readonly services = new Map<string, Service>();
  readonly #things = new Map<string, Resource>();
  #lastId = 162_000_000;

  constructor(secondOrganization: boolean) {
    this.#person(ME);
    this.#person(COLLEAGUE);
    this.#membership('5001', ORGANIZATION, ME);
    if (secondOrganization) {
      this.#person(ME_ELSEWHERE);
      this.#membership('5002', SECOND_ORGANIZATION, ME_ELSEWHERE);
    }
  }

  nextId(): string {
    this.#lastId += 7;
    return String(this.#lastId);
  }

  /** Made once; afterwards the same one. */
  named(type: string, name: string, relations: Resource['relations']): Link {
    const known = [...this.#things.values()].find(
      (one) =>
        one.type === type &&
        one.attributes['name'] === name &&
        JSON.stringify(one.relations) === JSON.stringify(relations),
    );
    return known
      ? { type, id: known.id }
      : this.put({ type, id: this.nextId(), attributes: { name, status: 1 }, relations });
  }

  put(thing: Resource): Link {
    this.#things.set(`${thing.type}/${thing.id}`, thing);
    return { type: thing.type, id: thing.id };
  }

  /** Everything of a kind, oldest first. */
  all(type: string): Resource[] {
    const held: Readonly<Record<string, () => Iterable<Resource>>> = {
      time_entries: () => [...this.entries.values()].map(entryResource),
      timers: () => [...this.timers.values()].map(timerResource),
      services: () => [...this.services.values()].map((one) => this.#serviceResource(one)),
      deals: () => [...this.services.values()].map((one) => this.#dealResource(one)),
    };
    const things = held[type]?.() ?? [...this.#things.values()].filter((one) => one.type === type);
    return [...things].toSorted((a, b) => Number(a.id) - Number(b.id));
  }

  find(type: string, id: string): Resource | undefined {
    const entry = type === 'time_entries' && this.entries.get(id);
    if (entry) return entryResource(entry);
    const service = type === 'services' && this.services.get(id);
    if (service) return this.#serviceResource(service);
    return this.#things.get(`${type}/${id}`) ?? this.all(type).find((one) => one.id === id);
  }

  worked(service: string): number {
    return [...this.entries.values()].reduce(
      (sum, entry) => sum + (entry.service === service ? entry.time : 0),
      0,
    );
  }

  #person({ id, name, email }: { id: string; name: string[]; email: string }): void {
    const attributes = { first_name: name[0], last_name: name[1], email, status: 1 };
    this.put({ type: 'people', id, attributes, relations: {} });
  }

  #membership(id: string, place: { id: string; name: string }, person: { id: string }): void {
    this.put({ type: 'organizations', id: place.id, attributes: { name: place.name }, relations: {} });
    const relations = {
      organization: { type: 'organizations', id: place.id },
      person: { type: 'people', id: person.id },
    };
    this.put({ type: 'organization_memberships', id, attributes: { type_id: 1 }, relations });
  }

  #numbers({ id, budget }: Service): Record<string, unknown> {
    const worked = this.worked(id);
    return {
      budgeted_time: budget ?? 0,
      worked_time: worked,
      budget_total: Math.round(((budget ?? 0) / 60) * RATE),
      budget_used: Math.round((worked / 60) * RATE),
      currency: 'EUR',
    };
  }

  #serviceResource(service: Service): Resource {
    const attributes = {
      name: service.name,
      billable: true,
      billing_type_id: 2,
      unit_id: 1,
      budget_cap_enabled: false,
      // Not what the filter of the same name goes by.
      time_tracking_enabled: true,
      ...this.#numbers(service),
    };
    return { type: 'services', id: service.id, attributes, relations: { deal: service.deal, section: null } };
  }

  #dealResource(service: Service): Resource {
    const { company, project, closed } = service;
    const attributes = {
      name: this.#things.get(`projects/${project.id}`)?.attributes['name'],
      budget: true,
      closed_at: closed ? '2026-01-31T12:00:00.000+01:00' : null,
      ...this.#numbers(service),
    };
    return { type: 'deals', id: service.deal.id, attributes, relations: { company, project } };
  }
}

const personLink = (id: string): Link => ({ type: 'people', id });

function entryResource(entry: TimeEntry): Resource {
  return {
    type: 'time_entries',
    id: entry.id,
    attributes: {
      date: entry.date,
      time: entry.time,
      billable_time: entry.billableTime,
      recognized_time: entry.approvedAt === null ? 0 : entry.time,
      note: entry.note === null ? null : asHtml(entry.note),
      track_method_id: entry.timerStartedAt === null ? 1 : 2,
      started_at: entry.startedAt,
      timer_started_at: entry.timerStartedAt,
      timer_stopped_at: entry.timerStoppedAt,
      approved: entry.approvedAt !== null,
      approved_at: entry.approvedAt,
      rejected: false,
      rejected_reason: null,
      rejected_at: null,
      submitted: entry.submitted,
      invoiced: entry.invoiced,
      overhead: false,
      draft: false,
      calendar_event_id: null,
      jira_worklog_id: entry.jiraWorklog,
      jira_issue_id: entry.jiraIssue,
      currency: 'EUR',
      updated_at: entry.updatedAt,
    },
    relations: {
      person: personLink(entry.person),
      service: { type: 'services', id: entry.service },
      task: entry.task === null ? null : { type: 'tasks', id: entry.task },
      creator: personLink(entry.person),
      updater: null,
      approver: null,
      rejecter: null,
      timesheet: null,
    },
  };
}

function timerResource(timer: Timer): Resource {
  return {
    type: 'timers',
    id: timer.id,
    attributes: {
      person_id: Number(timer.person),
      started_at: timer.startedAt,
      stopped_at: timer.stoppedAt,
      total_time: timer.totalTime,
    },
    relations: { time_entry: { type: 'time_entries', id: timer.entry } },
  };
}

/** Plain text comes back in a paragraph; what was written in the editor stays as it is. */
const asHtml = (note: string): string =>
  /<(p|ul|ol|div)\b/i.test(note)
    ? note
    : `<p>${note.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')}</p>`;

/** What a person sees of a note. */
export const asText = (note: string | null): string =>
  /<(p|ul|ol|div)\b/i.test(note ?? '')
    ? (note ?? '')
        .replaceAll(/<\/p>\s*<p>/gi, '\n')
        .replaceAll(/<[^<>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&nbsp;', ' ')
        .replaceAll('&amp;', '&')
    : (note ?? '');
