import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openHost } from '#electron/host/host.ts';
import { serve } from '../world/headless-host.ts';
import { end } from '../world/processes.ts';
import { asLimit, median, ms, type Measure } from './measure.ts';

const PER_SECOND = 200;
/** A program that just started still compiles what it is asked for. */
const WARM_SECONDS = 5;
const SECONDS = 10;
const PATHS = ['/dev-sessions/active', '/dev-sessions', '/dev-sessions/stats', '/status'] as const;

/** How soon REST answers: a host in a process of its own, asked at an even pace over loopback. */
export async function measureRest(rounds: number): Promise<Measure[]> {
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-rest-'));
  await beginSessions(home);
  const host = await serve(home);
  const bare = await serveNothing();
  const agent = new Agent({ keepAlive: true });
  const asking =
    (url: string, token: string): Ask =>
    (path) =>
      new Promise((done, fail) => {
        const began = performance.now();
        const headers = { authorization: `Bearer ${token}` };
        const sent = request(`${url}/api${path}`, { agent, headers }, (answer) => {
          const end = (): void =>
            answer.statusCode === 200
              ? done(performance.now() - began)
              : fail(new Error(`${path} was answered ${answer.statusCode}`));
          answer.resume().on('end', end);
        });
        sent.on('error', fail).end();
      });
  try {
    const [ask, askBare] = [asking(host.url, host.token), asking(bare.url, '')];
    await atPace(WARM_SECONDS, ask);
    await atPace(WARM_SECONDS, askBare);
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < rounds; run += 1) {
      theirs.push(ninetyNinth(await atPace(SECONDS, askBare)));
      ours.push(ninetyNinth(await atPace(SECONDS, ask)));
    }
    const name = `REST at ${PER_SECOND} requests a second, 99 of 100 within`;
    const floor = `${ms(median(theirs))} (a server that answers \`{}\`)`;
    return [{ ...asLimit(name, median(ours), 10, ms), against: floor }];
  } finally {
    agent.destroy();
    await host.stop();
    await bare.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

type Ask = (path: string) => Promise<number>;

/** What the machine and HTTP take by themselves: a Node that answers everything with nothing, in a process of its own. */
async function serveNothing(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const program = `require('node:http').createServer((_, answer) => answer.end('{}'))
    .listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${Number(port.toString())}`, stop: () => end(child, 'SIGTERM') };
}

const ninetyNinth = (taken: readonly number[]): number =>
  taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.99)]!;

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
async function atPace(seconds: number, ask: Ask): Promise<number[]> {
  const asked: Promise<number>[] = [];
  const began = performance.now();
  for (let n = 0; n < PER_SECOND * seconds; n += 1) {
    const wait = began + (n * 1000) / PER_SECOND - performance.now();
    if (wait > 1) await pause(wait);
    asked.push(ask(PATHS[n % PATHS.length]!));
  }
  return Promise.all(asked);
}
