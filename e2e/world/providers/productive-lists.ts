// Lists of the stand-in of Productive: filters, sorting, and paging in both ways.
import type { FakeAnswer } from './fake-provider.ts';
import { badRequest, documentOf, includeOf, json } from './productive-answers.ts';
import type { Records, Resource } from './productive-records.ts';

const DEFAULT_SIZE = 30;
const ADDRESS = 'https://api.productive.io/api/v2';

export interface ListRules {
  /** Default 200, as documented. */
  readonly maxPageSize: number;
  /** False: cursors are not known, as in reports. */
  readonly cursors: boolean;
  /** False: only direct relationships can be included. */
  readonly nestedIncludes: boolean;
}

type Value = string | number | boolean | null | undefined;
type Filters = Readonly<Record<string, (one: Resource, records: Records) => Value>>;

const attribute =
  (name: string) =>
  (one: Resource): Value =>
    one.attributes[name] as Value;
const link =
  (name: string) =>
  (one: Resource): Value =>
    one.relations[name]?.id ?? null;
const serviceOf = (one: Resource, records: Records) =>
  records.services.get(one.relations['service']?.id ?? '');

const FILTERS: Readonly<Record<string, Filters>> = {
  time_entries: {
    person_id: link('person'),
    service_id: link('service'),
    task_id: link('task'),
    date: attribute('date'),
    deal_id: (one, records) => serviceOf(one, records)?.deal.id,
    budget_id: (one, records) => serviceOf(one, records)?.deal.id,
    project_id: (one, records) => serviceOf(one, records)?.project.id,
    company_id: (one, records) => serviceOf(one, records)?.company.id,
    status: (one) => (one.attributes['approved'] === true ? 1 : 2),
    jira_worklog_id: attribute('jira_worklog_id'),
    jira_issue_id: attribute('jira_issue_id'),
    note: attribute('note'),
    updated_at: attribute('updated_at'),
  },
  services: {
    deal_id: link('deal'),
    budget_id: link('deal'),
    name: attribute('name'),
    project_id: (one, records) => records.services.get(one.id)?.project.id,
    company_id: (one, records) => records.services.get(one.id)?.company.id,
    time_tracking_enabled: () => true,
    budget_status: (one, records) => (records.services.get(one.id)?.closed ? 2 : 1),
  },
  deals: { project_id: link('project'), company_id: link('company'), type: () => 2 },
  projects: { company_id: link('company'), status: attribute('status') },
  tasks: { project_id: link('project'), status: attribute('status') },
  people: { email: attribute('email'), status: attribute('status') },
  timers: {
    person_id: attribute('person_id'),
    time_entry_id: link('time_entry'),
    started_at: attribute('started_at'),
    stopped_at: attribute('stopped_at'),
  },
  organization_memberships: {},
  companies: {},
};
/** Known to the server, and passed over in silence: anybody who is a person of the organisation may track here. */
const PASSED_OVER: Readonly<Record<string, readonly string[]>> = {
  services: ['person_id', 'trackable_by_person_id', 'for_tracking', 'after', 'before'],
};
const SORTS: Readonly<Record<string, readonly string[]>> = {
  time_entries: ['date', 'deal_name', 'person_name', 'service_name', 'updated_at'],
  timers: ['started_at', 'stopped_at'],
};
const COMPARE: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  eq: (value, wanted) => wanted.split(',').includes(value),
  not_eq: (value, wanted) => !wanted.split(',').includes(value),
  contains: (value, wanted) => value.toLowerCase().includes(wanted.toLowerCase()),
  not_contain: (value, wanted) => !value.toLowerCase().includes(wanted.toLowerCase()),
  gt: (value, wanted) => value > wanted,
  gt_eq: (value, wanted) => value >= wanted,
  lt: (value, wanted) => value < wanted,
  lt_eq: (value, wanted) => value <= wanted,
};

/** `GET /<type>?…`. */
export function list(
  records: Records,
  type: string,
  query: ReadonlyMap<string, string>,
  rules: ListRules,
): FakeAnswer {
  const include = includeOf(type, query.get('include'), rules.nestedIncludes);
  const filters = filtersOf(type, query);
  const found = sorted(
    records.all(type).filter((one) => filters.every((filter) => filter(one, records))),
    type,
    query.get('sort'),
  );
  const size = sizeOf(query, rules);
  return query.has('page[after]')
    ? byCursor(records, type, found, query, include, size, rules)
    : byNumber(records, type, found, query, include, size, rules);
}

function filtersOf(
  type: string,
  query: ReadonlyMap<string, string>,
): ((one: Resource, records: Records) => boolean)[] {
  return [...query].flatMap(([key, wanted]) => {
    const [, name, op = 'eq'] = /^filter\[([^\]]+)\](?:\[([^\]]+)\])?$/.exec(key) ?? [];
    if (name === undefined || PASSED_OVER[type]?.includes(name)) return [];
    // Both ends are meant too.
    if (type === 'time_entries' && name === 'after')
      return [(one: Resource) => String(one.attributes['date']) >= wanted];
    if (type === 'time_entries' && name === 'before')
      return [(one: Resource) => String(one.attributes['date']) <= wanted];
    const value = Object.hasOwn(FILTERS[type] ?? {}, name) ? FILTERS[type]![name] : undefined;
    const compare = Object.hasOwn(COMPARE, op) ? COMPARE[op] : undefined;
    if (!value || !compare) {
      const detail = `filter ${name}${compare ? '' : ` with ${op}`} is not supported`;
      throw badRequest('unsupported_filter', 'Unsupported Filter', detail, key);
    }
    return [(one: Resource, records: Records) => compare(String(value(one, records) ?? ''), wanted)];
  });
}

function sorted(found: readonly Resource[], type: string, sort: string | undefined): readonly Resource[] {
  if (sort === undefined) return found;
  const name = sort.replace(/^-/, '');
  if (!SORTS[type]?.includes(name)) {
    throw badRequest('sort_param_unsupported', 'Sort param unsupported', `${sort} is not supported`, 'sort');
  }
  const key = (one: Resource): string => String((one.attributes[name] as Value) ?? '');
  const up = found.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return sort.startsWith('-') ? up.toReversed() : up;
}

function sizeOf(query: ReadonlyMap<string, string>, rules: ListRules): number {
  const wanted = Number(query.get('page[size]') ?? query.get('per_page') ?? DEFAULT_SIZE);
  return Math.min(rules.maxPageSize, Number.isInteger(wanted) && wanted > 0 ? wanted : DEFAULT_SIZE);
}

function byCursor(
  records: Records,
  type: string,
  found: readonly Resource[],
  query: ReadonlyMap<string, string>,
  include: readonly string[],
  size: number,
  rules: ListRules,
): FakeAnswer {
  const keyset = (code: string, detail: string): Error =>
    badRequest(`keyset_${code}`, 'Keyset pagination', detail, 'page[after]');
  if (query.has('page[number]'))
    throw keyset('conflict', 'page[after] and page[number] cannot be used together');
  if (!rules.cursors) throw keyset('unsupported_sort', 'cursors are not supported here');
  if (query.has('sort')) throw keyset('unsupported_sort', 'this sort cannot be paged by cursor');
  const cursor = query.get('page[after]')!;
  const after = cursor === '' ? 0 : Number(/^after-(\d+)$/.exec(cursor)?.[1] ?? Number.NaN);
  if (Number.isNaN(after)) throw keyset('invalid_cursor', 'the cursor is not valid');
  const left = found.filter((one) => Number(one.id) > after);
  const data = left.slice(0, size);
  const more = left.length > data.length;
  const links = {
    first: linkTo(type, query, { 'page[after]': '' }),
    ...(more ? { next: linkTo(type, query, { 'page[after]': `after-${data.at(-1)!.id}` }) } : {}),
  };
  const meta = { page_size: size, max_page_size: rules.maxPageSize };
  return json(200, { ...documentOf(records, data, include), meta, links });
}

function byNumber(
  records: Records,
  type: string,
  found: readonly Resource[],
  query: ReadonlyMap<string, string>,
  include: readonly string[],
  size: number,
  rules: ListRules,
): FakeAnswer {
  const page = Math.max(1, Math.trunc(Number(query.get('page[number]') ?? '1')) || 1);
  // None at all for none.
  const pages = Math.ceil(found.length / size);
  const to = (number: number): string => linkTo(type, query, { 'page[number]': String(number) });
  const links = { first: to(1), last: to(pages), ...(page < pages ? { next: to(page + 1) } : {}) };
  const meta = {
    current_page: page,
    total_pages: pages,
    total_count: found.length,
    page_size: size,
    max_page_size: rules.maxPageSize,
  };
  const data = found.slice((page - 1) * size, page * size);
  return json(200, { ...documentOf(records, data, include), meta, links });
}

/** Absolute, to the real address: whoever follows it instead of reading it is somewhere else. */
function linkTo(type: string, query: ReadonlyMap<string, string>, page: Record<string, string>): string {
  const pairs = Object.entries({ ...Object.fromEntries(query), ...page });
  return `${ADDRESS}/${type}?${pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`;
}
