// The real peer of our journeys: `emulate`'s Google, a program that others wrote, with its own OAuth and Calendar.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../app.ts';
import type { CommandLine } from '../command-line.ts';
import { startCompanion } from '../processes.ts';
import { until } from '../wait.ts';

/** Of no account in particular: `emulate` asks clients only when some are registered, and ours has another port each time. */
export const CLIENT_SECRET = 'GOCSPX-secret-of-the-story';

export interface EmulatedGoogle {
  readonly url: string;
  /** Puts a meeting into somebody's calendar. @param calendar an id; left out: their own. @returns its id */
  meet(person: string, title: string, from: string, to: string, calendar?: string): Promise<string>;
  /** Takes a meeting out of somebody's own calendar. */
  cancel(person: string, id: string): Promise<void>;
  /** The person takes the permission back, at Google. */
  revoke(refreshToken: string): Promise<void>;
  /** Does a refresh token still hold? */
  holds(refreshToken: string): Promise<boolean>;
  end(): Promise<void>;
}

/** @param people addresses; each has a calendar of their own, and one called “Team”. */
export async function startEmulatedGoogle(people: readonly string[]): Promise<EmulatedGoogle> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-google-'));
  const seed = join(folder, 'seed.json');
  await writeFile(seed, JSON.stringify(seedOf(people)));
  const port = await freePort();
  const program = join(PROJECT, 'node_modules', 'emulate', 'dist', 'index.js');
  const args = ['start', '--service', 'google', '--port', String(port), '--seed', seed];
  const companion = await startCompanion(process.execPath, [program, ...args]);
  const url = `http://localhost:${port}`;
  await until('Google', async () => (await fetch(`${url}/.well-known/openid-configuration`)).ok);

  const token = (form: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  const api = async (person: string, path: string, init: RequestInit): Promise<Response> => {
    const headers = { authorization: `Bearer ${tokenOf(person)}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/calendar/v3/calendars/${path}`, { ...init, headers });
    if (!answer.ok) throw new Error(`Google says ${answer.status} to ${path}`);
    return answer;
  };
  return {
    url,
    async meet(person, summary, from, to, calendar = person) {
      const body = JSON.stringify({ summary, start: { dateTime: from }, end: { dateTime: to } });
      const answer = await api(person, `${encodeURIComponent(calendar)}/events`, { method: 'POST', body });
      return ((await answer.json()) as { id: string }).id;
    },
    async cancel(person, id) {
      await api(person, `${encodeURIComponent(person)}/events/${id}`, { method: 'DELETE' });
    },
    async revoke(refreshToken) {
      await fetch(`${url}/oauth2/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token: refreshToken }),
      });
    },
    holds: async (refreshToken) =>
      (await token({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: 'stint-story' }))
        .ok,
    async end() {
      await companion.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Points Stint at it, with a client of the person's own. */
export async function pointAtGoogle(stint: CommandLine, { url }: { readonly url: string }): Promise<void> {
  const settings = {
    'google.clientId': 'stint-story',
    'google.authUrl': `${url}/o/oauth2/v2/auth`,
    'google.tokenUrl': `${url}/oauth2/token`,
    'google.apiUrl': url,
  };
  for (const [key, value] of Object.entries(settings)) await stint.json('config', 'set', key, value);
  const said = await stint.tell(`${CLIENT_SECRET}\n`, 'secret', 'set', 'google.clientSecret', '--json');
  if (said.code !== 0) throw new Error(said.stderr);
}

/** What the person themselves comes in with; nothing of it is Stint's. */
const tokenOf = (person: string): string => `own-token-of-${person}`;

const seedOf = (people: readonly string[]) => ({
  tokens: Object.fromEntries(people.map((person) => [tokenOf(person), { login: person, scopes: [] }])),
  google: {
    users: people.map((email) => ({ email, name: email.split('@')[0] })),
    calendars: people.flatMap((email) => [
      { id: email, user_email: email, summary: email, primary: true, time_zone: 'Europe/Berlin' },
      { id: `team-of-${email}`, user_email: email, summary: 'Team', time_zone: 'Europe/Berlin' },
    ]),
  },
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
