import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openHost } from '#electron/host/host.ts';
import { serve } from '../world/headless-host.ts';
import { asLimit, ms, type Measure } from './measure.ts';

const PER_SECOND = 200;
/** A program that just started still compiles what it is asked for. */
const WARM_SECONDS = 5;
const SECONDS = 10;
const PATHS = ['/dev-sessions/active', '/dev-sessions', '/dev-sessions/stats', '/status'] as const;

/** How soon REST answers: a host in a process of its own, asked at an even pace over loopback. */
export async function measureRest(): Promise<Measure[]> {
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-rest-'));
  await beginSessions(home);
  const host = await serve(home);
  const agent = new Agent({ keepAlive: true });
  const ask = (path: string): Promise<number> =>
    new Promise((done, fail) => {
      const began = performance.now();
      const headers = { authorization: `Bearer ${host.token}` };
      const sent = request(`${host.url}/api${path}`, { agent, headers }, (answer) => {
        const end = (): void =>
          answer.statusCode === 200
            ? done(performance.now() - began)
            : fail(new Error(`${path} was answered ${answer.statusCode}`));
        answer.resume().on('end', end);
      });
      sent.on('error', fail).end();
    });
  try {
    await atPace(WARM_SECONDS, ask);
    const taken = await atPace(SECONDS, ask);
    const p99 = taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.99)]!;
    return [asLimit(`REST at ${PER_SECOND} requests a second, 99 of 100 within`, p99, 10, ms)];
  } finally {
    agent.destroy();
    await host.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** So that there is something to tell. */
async function beginSessions(home: string): Promise<void> {
  const host = await openHost({ home, kind: 'command', sensor: null });
  try {
    for (const title of ['First', 'Second', 'Third']) await host.perform(['devSession', 'start'], { title });
  } finally {
    await host.close();
  }
}

/** Asks all paths in turn, each request at its time, whether those before it are answered or not. */
async function atPace(seconds: number, ask: (path: string) => Promise<number>): Promise<number[]> {
  const asked: Promise<number>[] = [];
  const began = performance.now();
  for (let n = 0; n < PER_SECOND * seconds; n += 1) {
    const wait = began + (n * 1000) / PER_SECOND - performance.now();
    if (wait > 1) await pause(wait);
    asked.push(ask(PATHS[n % PATHS.length]!));
  }
  return Promise.all(asked);
}
