import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { asLimit, type Measure } from './measure.ts';

/** A whole office of editors behind one key: so many a minute, 25 a call as wakatime-cli sends them. */
const BEATS = 10_000;
const A_CALL = 25;
const AGENT = 'wakatime/v1.98.1 (linux-6.1) go1.22 vscode/1.85.0 vscode-wakatime/24.2.0';

/**
 * What a minute of 10 000 heartbeats costs the host: processor time of a process of its own that keeps them in SQLite
 * behind real HTTP, as a share of that minute.
 */
export async function measureHeartbeats(): Promise<Measure[]> {
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-beats-'));
  const host = fork(join(import.meta.dirname, 'heartbeats-host.ts'), [home], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  try {
    const [ready] = (await once(host, 'message')) as [{ url: string; key: string }];
    // The first calls load and compile: the minute is one of many.
    await send(ready, agent, 0, 1000);
    const before = await cpuOf(host);
    await send(ready, agent, 1000, BEATS);
    const used = (await cpuOf(host)) - before;
    const share = used / 60_000;
    return [
      asLimit(
        '10 k heartbeats of editors in a minute',
        share,
        0.05,
        (value) => `${(value * 100).toFixed(1)} % of a core`,
      ),
    ];
  } finally {
    agent.destroy();
    const gone = once(host, 'exit');
    host.send('end');
    await gone;
    rmSync(home, { recursive: true, force: true });
  }
}

/** Processor time so far, in ms. */
async function cpuOf(host: ReturnType<typeof fork>): Promise<number> {
  const answer = once(host, 'message') as Promise<[{ cpuMs: number }]>;
  host.send('cpu');
  return (await answer)[0].cpuMs;
}

async function send(
  { url, key }: { url: string; key: string },
  agent: Agent,
  from: number,
  count: number,
): Promise<void> {
  const now = Date.now() / 1000;
  for (let at = from; at < from + count; at += A_CALL) {
    const beats = Array.from({ length: A_CALL }, (_, n) => ({
      time: now - 7200 + (at + n) * 0.5,
      entity: `/home/max/shop/src/file-${(at + n) % 40}.ts`,
      type: 'file',
      category: 'coding',
      project: 'shop',
      branch: `fix/TB-${1 + Math.floor(at / 2000)}-socket`,
      language: 'TypeScript',
      lines: 200,
      lineno: n,
      is_write: n % 5 === 0,
      user_agent: AGENT,
    }));
    await post(`${url}/api/v1/users/current/heartbeats.bulk`, key, agent, JSON.stringify(beats));
  }
}

function post(url: string, key: string, agent: Agent, body: string): Promise<void> {
  const authorization = `Basic ${Buffer.from(key).toString('base64')}`;
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json', 'user-agent': AGENT };
    const asked = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 201 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
