import type { HttpRequest, HttpResponse } from '../../ports/http.ts';
import { jsonAnswer } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { basicAuth } from '../../values/basic-auth.ts';
import type { Settings } from '../../settings/catalogue.ts';
import { connectProvider } from './connect-provider.ts';
import { listProviders } from './list-providers.ts';

/** As much of Toggl as connecting and listing ask for: tokens by who they belong to. */
interface Toggl {
  readonly people: Record<string, { id: number; name: string; workspaces: { id: number; name: string }[] }>;
  projects: { id: number; name: string; client_name?: string; active?: boolean }[];
  answers: (request: HttpRequest) => HttpResponse;
}

/** A Toggl with two people and three projects. */
export function toggl(): Toggl {
  const service: Toggl = {
    people: {
      'token-of-ann': { id: 1, name: 'Ann', workspaces: [{ id: 77, name: 'Acme' }] },
      'token-of-bob': {
        id: 2,
        name: 'Bob',
        workspaces: [
          { id: 80, name: 'North' },
          { id: 81, name: 'South' },
        ],
      },
    },
    projects: [
      { id: 11, name: 'Customer Portal', client_name: 'Acme' },
      { id: 12, name: 'Größenwahn' },
      { id: 13, name: 'Old Portal', active: false },
    ],
    answers(request) {
      const token = Object.keys(service.people).find(
        (name) => basicAuth(name, 'api_token') === request.headers['authorization'],
      );
      const person = token === undefined ? undefined : service.people[token];
      if (person === undefined) return jsonAnswer('Incorrect username and/or password', 403);
      const path = request.url.slice('https://api.track.toggl.com/api/v9'.length).split('?')[0]!;
      if (path === '/me') return jsonAnswer({ id: person.id, fullname: person.name, email: 'a@b.c' });
      if (path === '/me/workspaces') return jsonAnswer(person.workspaces);
      if (path === '/me/tasks') return jsonAnswer([]);
      if (path.endsWith('/projects')) return jsonAnswer(service.projects);
      return jsonAnswer('not here', 404);
    },
  };
  return service;
}

/** A world whose network leads to such a Toggl. */
export function story(settings: Partial<Settings> = {}): { world: MemoryWorld; service: Toggl } {
  const world = memoryWorld('2026-02-10T09:00:00Z', 'Europe/Berlin', { 'identity.user': 'ann', ...settings });
  const service = toggl();
  world.http.handler = (request) => service.answers(request);
  return { world, service };
}

/** Connects Toggl, as the person would. */
export const connect = (world: MemoryWorld, token?: string, place?: string) =>
  connectProvider(world, { provider: 'toggl', token, place });

/** Toggl among the providers. */
export const of = async (world: MemoryWorld) =>
  (await listProviders(world)).find((provider) => provider.id === 'toggl')!;
