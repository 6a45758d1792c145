// How the stand-in of Productive answers: JSON:API documents, and errors in the shape and the words of the real one.
import type { FakeAnswer } from './fake-provider.ts';
import type { Records, Resource } from './productive-records.ts';
import { ORGANIZATION } from './productive-records.ts';

/** Refuses a request; caught where it is handled. */
export class Refusal extends Error {
  readonly answer: FakeAnswer;
  constructor(
    status: number,
    code: string,
    title: string,
    detail: string,
    source?: { pointer?: string; parameter?: string },
    more: { body?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(`${status} ${code}: ${detail}`);
    const error = { status: String(status), code, title, detail, ...(source ? { source } : {}) };
    this.answer = json(status, { errors: [error], ...more.body }, more.headers);
  }
}

/** 422, about one attribute. The pointer has no slash before it, unlike what JSON:API says. */
export const invalid = (attribute: string, detail: string): Refusal =>
  new Refusal(422, 'invalid_attribute_value', 'Invalid Attribute Value', detail, {
    pointer: `data/attributes/${attribute}`,
  });
export const denied = (detail: string, code = 'access_denied'): Refusal =>
  new Refusal(403, code, 'Access Denied', detail);
export const notFound = (): Refusal =>
  new Refusal(404, 'record_not_found', 'Record Not Found', 'The requested record could not be found');
export const badRequest = (code: string, title: string, detail: string, parameter?: string): Refusal =>
  new Refusal(400, code, title, detail, parameter === undefined ? undefined : { parameter });

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/vnd.api+json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

/** Deleted: no body, and no type of one. */
export const nothing = (): FakeAnswer => ({ status: 204, headers: {}, body: '' });

/** Which relationships may be named in `include`, per type; paths go from one to the next. */
const GRAPH: Readonly<Record<string, readonly string[]>> = {
  time_entries: ['person', 'service', 'task', 'creator', 'updater', 'approver', 'rejecter', 'timesheet'],
  services: ['deal', 'section'],
  deals: ['company', 'project'],
  projects: ['company'],
  tasks: ['project'],
  timers: ['time_entry'],
  organization_memberships: ['organization', 'person'],
};

/** The document of some resources, with what was asked to be included, and only that. */
export function documentOf(
  records: Records,
  data: Resource | readonly Resource[],
  include: readonly string[],
): Record<string, unknown> {
  const included = new Map<string, unknown>();
  const show = (one: Resource, paths: readonly string[]): unknown => {
    const named = new Set(paths.map((path) => path.split('.')[0]!));
    const relationships: Record<string, unknown> = {
      organization: { data: { type: 'organizations', id: ORGANIZATION.id } },
    };
    for (const [name, link] of Object.entries(one.relations)) {
      if (!named.has(name)) {
        relationships[name] = { meta: { included: false } };
        continue;
      }
      relationships[name] = { data: link };
      const target = link && records.find(link.type, link.id);
      if (!target) continue;
      const rest = paths.flatMap((path) =>
        path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : [],
      );
      included.set(`${target.type}/${target.id}`, show(target, rest));
    }
    return { id: one.id, type: one.type, attributes: one.attributes, relationships };
  };
  const shown = Array.isArray(data)
    ? (data as readonly Resource[]).map((one) => show(one, include))
    : show(data as Resource, include);
  return { data: shown, ...(include.length > 0 ? { included: [...included.values()] } : {}) };
}

/** Checks the paths of `include`. @param nested false: only direct relationships are taken. */
export function includeOf(type: string, include: string | undefined, nested: boolean): string[] {
  const paths = (include ?? '').split(',').filter((path) => path !== '');
  for (const path of paths) {
    let at: string | undefined = type;
    const steps = path.split('.');
    for (const step of steps) {
      if (at === undefined || !GRAPH[at]?.includes(step) || (!nested && steps.length > 1)) {
        throw badRequest('unsupported_include', 'Unsupported Include', `${path} is not supported`, 'include');
      }
      at = TARGETS[step];
    }
  }
  return paths;
}

const TARGETS: Readonly<Record<string, string>> = {
  service: 'services',
  deal: 'deals',
  company: 'companies',
  project: 'projects',
  task: 'tasks',
  person: 'people',
  time_entry: 'time_entries',
  organization: 'organizations',
};
