import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { aProject } from '#shared/ports/sample-booking.ts';
import { adding, anEntry, day, step, ticket } from '#shared/ports/sample-rows.ts';
import { someFacts } from '#shared/ports/sample-sources.ts';
import { listShares, revokeShare, shareDashboard } from '#shared/services/dashboard/shares.ts';
import { minutes } from '#shared/values/minutes.ts';
import { dashboardDesk } from '../../host/dashboard-desk.ts';
import { openCore } from '../core.ts';
import type { HttpDoor } from '../http-door.ts';
import { openHttpDoor } from '../http-door.ts';
import { NO_EDITORS } from '../no-editors.fixture.ts';
import { standInRouter } from '../stand-in-router.fixture.ts';
import { tokenArt } from './token.ts';

/** Words of evidence and people that are in the data, none of which a customer may read. */
const PLANTED = [
  'plantedperson',
  'plantedbranch',
  'plantedcommit',
  'planted.example',
  'plantedpath',
  'beef123',
];

let world: MemoryWorld;
let door: HttpDoor;
let home: string;
const failures: unknown[] = [];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'stint-dash-'));
  world = memoryWorld('2026-02-20T12:00:00+01:00', 'Europe/Berlin', {
    'identity.user': 'plantedperson',
    'identity.name': 'Plantedperson',
    'identity.emails': ['me@planted.example'],
  });
  const entry = anEntry(1, {
    user: 'plantedperson',
    date: day('2026-02-18'),
    ticket: ticket('TB-1'),
    minutes: minutes(300),
    state: 'accepted',
    description: 'plantedcommit beef123 on plantedbranch',
  });
  const project = (n: number, key: string, customer: string) => ({
    noun: 'project' as const,
    before: null,
    after: aProject(n, { user: 'plantedperson', key, name: key, customer, budget: minutes(600) }),
  });
  await world.stores.ledger.commit(
    step([project(900, 'TB', 'Acme & Söhne'), project(901, 'ZED', 'Zed'), adding(entry)]),
  );
  await world.stores.ticketFacts.put([
    someFacts('TB-1', { title: 'Login feature, see /home/plantedpath/x.ts', labels: [], status: 'done' }),
  ]);
  failures.length = 0;
  door = await openHttpDoor({
    core: openCore(standInRouter(), { log: world.log, signOfLife: () => undefined }),
    token: 'the-token-of-the-folder',
    clock: world.clock,
    port: 0,
    windowFolder: home,
    hear: async () => undefined,
    editors: NO_EDITORS,
    dashboards: { ...dashboardDesk(world), failed: (error) => void failures.push(error) },
    mcp: async () => ({}),
  });
  world.door.url = door.url;
});
afterEach(async () => {
  await door.close();
  rmSync(home, { recursive: true });
});

interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}
const send = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Told> =>
  new Promise((resolve, reject) => {
    const port = new URL(door.url).port;
    request({ host: '127.0.0.1', port, path, method, agent: false, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const share = (customer: string) => shareDashboard(world, { customer }, tokenArt);

describe('a customer with a token', () => {
  it('reads their dashboard as JSON, with sums and nothing of evidence or people', async () => {
    const { token, path, url } = await share('acme & söhne');
    expect(url).toBe(`${door.url}/api/dashboard/Acme%20%26%20S%C3%B6hne`);
    const told = await send(path, bearer(token));
    expect([told.status, told.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(JSON.parse(told.text)).toMatchObject({
      customer: 'Acme & Söhne',
      contingent: { sold_hours: 10, used_hours: 5, left_hours: 5, percentage: 50 },
      delivery_units: [{ name: 'Login feature, see …', hours: 5, status: 'done' }],
    });
    for (const word of PLANTED) expect(told.text.toLowerCase()).not.toContain(word);
    expect(failures).toEqual([]);
  });

  it('reads it as a page where a browser asks, the token being the password', async () => {
    const { token, path } = await share('Acme & Söhne');
    const told = await send(path, {
      authorization: `Basic ${Buffer.from(`acme:${token}`).toString('base64')}`,
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    });
    expect([told.status, told.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(told.headers['content-security-policy']).toContain("default-src 'none'");
    expect(told.text).toContain('Service dashboard: Acme &amp; Söhne');
    expect(told.text).toContain('5h of 10h, 50.0%');
    for (const word of [...PLANTED, 'zed', '<script']) expect(told.text.toLowerCase()).not.toContain(word);
  });

  it('can do nothing else with it', async () => {
    const { token, path } = await share('Zed');
    expect((await send('/api/status', bearer(token))).status).toBe(401);
    expect((await send('/rpc/session/status', bearer(token))).status).toBe(401);
    expect((await send('/api/dashboards', bearer(token))).status).toBe(401);
    const put = await send(path, bearer(token), 'POST');
    expect([put.status, put.headers['allow']]).toEqual([405, 'GET, HEAD']);
    expect(await send(path, bearer(token), 'HEAD')).toMatchObject({ status: 200, text: '' });
  });
});

describe('whoever may not', () => {
  it('gets one and the same answer, so that nobody learns which customers there are', async () => {
    const { token, path } = await share('Zed');
    const acme = '/api/dashboard/Acme%20%26%20S%C3%B6hne';
    await share('Acme & Söhne');
    const answers = [
      await send(path),
      await send(path, bearer('wrong')),
      await send(acme, bearer(token)),
      await send('/api/dashboard/Nobody', bearer(token)),
      await send('/api/dashboard/', bearer(token)),
      await send('/api/dashboard/%E0%A4%A', bearer(token)),
      await send(path, bearer('the-token-of-the-folder')),
      await send(path, { authorization: 'Basic Og==' }),
    ];
    await revokeShare(world, { customer: 'zed' });
    answers.push(await send(path, bearer(token)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(401);
    expect(answers[0]!.headers['www-authenticate']).toContain('Basic realm="Stint"');
    expect(failures).toEqual([]);
  });

  it('does not come from another site or by another name', async () => {
    const { token, path } = await share('Zed');
    const elsewhere: Record<string, string>[] = [
      { host: 'evil.example' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ];
    for (const headers of elsewhere)
      expect((await send(path, { ...bearer(token), ...headers })).status).toBe(403);
  });

  it('may try so often a minute, which keeps no customer out; they may look so often too', async () => {
    const { token, path } = await share('Zed');
    const statuses = async (times: number, headers: Record<string, string>): Promise<number[]> => {
      const all: number[] = [];
      for (let n = 0; n < times; n += 1) all.push((await send(path, headers)).status);
      return all;
    };
    const wrong = await statuses(31, bearer('wrong'));
    expect([wrong.filter((one) => one === 401).length, wrong.at(-1)]).toEqual([30, 429]);
    const right = await statuses(61, bearer(token));
    expect([right.filter((one) => one === 200).length, right.at(-1)]).toEqual([60, 429]);
    world.clock.advance(60_000);
    expect(await statuses(1, bearer(token))).toEqual([200]);
  });

  it('is told nothing of what broke', async () => {
    const { token, path } = await share('Zed');
    world.stores.reports.sums = async () => {
      throw new Error('/home/plantedpath/stint.db is broken');
    };
    const told = await send(path, bearer(token));
    expect(told.status).toBe(500);
    expect(told.text).not.toContain('planted');
    expect(failures).toHaveLength(1);
  });
});

describe('tokens', () => {
  it('are told once: lists and store have the hash at most', async () => {
    const { token } = await share('Zed');
    expect(token).toMatch(/^stint-dashboard-[0-9a-f]{32}$/);
    expect(JSON.stringify(await listShares(world))).not.toContain(token);
    const kept = await world.stores.dashboards.list('plantedperson');
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(kept[0]!.tokenHash).toBe(tokenArt.hash(token));
  });

  it('are one for each customer: a new one ends the one before', async () => {
    const first = await share('Zed');
    world.clock.advance(1000);
    const second = await share('zed');
    expect((await send(first.path, bearer(first.token))).status).toBe(401);
    expect((await send(second.path, bearer(second.token))).status).toBe(200);
    expect(await listShares(world)).toMatchObject([
      { customer: 'Zed', revokedAt: null },
      { customer: 'Zed', revokedAt: '2026-02-20T11:00:01.000Z' },
    ]);
  });

  it('are for customers there are, and can be ended once', async () => {
    await expect(share('Zedd')).rejects.toThrow('No project is of a customer "Zedd".');
    await share('Zed');
    await revokeShare(world, { customer: 'Zed' });
    await expect(revokeShare(world, { customer: 'Zed' })).rejects.toThrow('nothing to end');
  });
});
