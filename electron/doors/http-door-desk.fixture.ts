import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Instant } from '#shared/values/instant.ts';
import { instant } from '#shared/values/instant.ts';
import { openCore } from './core.ts';
import { ensureToken } from './http/token.ts';
import type { HttpDoor, HttpDoorOptions } from './http-door.ts';
import { openHttpDoor } from './http-door.ts';
import { NO_EDITORS } from './no-editors.fixture.ts';
import { standInRouter } from './stand-in-router.fixture.ts';

/** What the door answered. */
export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

interface Desk {
  /** The data folder. */
  readonly home: string;
  token: string;
  port: number;
  readonly door: HttpDoor;
  /** What stands around the door, so that another one may be opened there. */
  readonly around: Omit<HttpDoorOptions, 'core' | 'token' | 'port'>;
  /** Names of what was logged as a bug. */
  readonly logged: string[];
  /** What hooks told. */
  readonly heard: unknown[];
  /** How often there was a sign of life. */
  signs: number;
  now: Instant;
  monotonic: number;
  /** A request as a program that may send any header would make it. */
  readonly send: (
    method: string,
    path: string,
    headers?: Record<string, string>,
    body?: string | Buffer,
  ) => Promise<Told>;
  readonly bearer: () => Record<string, string>;
}

/** The HTTP door for tests: one for a whole file, the stand-in router behind it, and all of it gone afterwards. */
export function httpDoorDesk(): Desk {
  const home = mkdtempSync(join(tmpdir(), 'stint-door-'));
  const windowFolder = join(home, 'window');
  let door: HttpDoor;
  const desk: Desk = {
    home,
    token: '',
    port: 0,
    get door() {
      return door;
    },
    around: {
      clock: { now: () => desk.now, monotonicMs: () => desk.monotonic },
      windowFolder,
      hear: async (event) => void desk.heard.push(event),
      editors: NO_EDITORS,
      dashboards: { open: async () => null, failed: () => undefined },
      mcp: async () => ({}),
    },
    logged: [],
    heard: [],
    signs: 0,
    now: instant(Date.UTC(2026, 1, 10, 9)),
    monotonic: 0,
    send: (method, path, headers = {}, body) =>
      new Promise((resolve, reject) => {
        const sent = request(
          { host: '127.0.0.1', port: desk.port, method, path, agent: false, headers },
          (response) => {
            const parts: Buffer[] = [];
            response.on('data', (part: Buffer) => parts.push(part));
            response.on('end', () => {
              const text = Buffer.concat(parts).toString('utf8');
              const isJson = text !== '' && response.headers['content-type']?.includes('json') === true;
              resolve({
                status: response.statusCode ?? 0,
                headers: response.headers,
                text,
                json: isJson ? (JSON.parse(text) as Told['json']) : {},
              });
            });
          },
        );
        sent.on('error', reject);
        sent.end(body);
      }),
    bearer: () => ({ authorization: `Bearer ${desk.token}` }),
  };
  beforeAll(async () => {
    mkdirSync(join(windowFolder, 'assets'), { recursive: true });
    writeFileSync(join(windowFolder, 'index.html'), '<!doctype html><title>Stint</title>');
    writeFileSync(join(windowFolder, 'assets', 'app.js'), 'export {}');
    writeFileSync(join(home, 'secret.js'), 'nothing to see');
    desk.token = ensureToken(home);
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (event: string) => desk.logged.push(event),
    };
    const core = openCore(standInRouter(), { log, signOfLife: () => (desk.signs += 1) });
    door = await openHttpDoor({ core, token: desk.token, port: 0, ...desk.around });
    desk.port = Number(new URL(door.url).port);
  });
  afterAll(async () => {
    await door.close();
    rmSync(home, { recursive: true });
  });
  return desk;
}

/** The header of a body that is JSON. */
export const json = { 'content-type': 'application/json' };
