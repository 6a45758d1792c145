import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DayShape, RepositoryShape } from '#shared/contract/shapes.ts';
import type { Host } from '../../host/host.ts';
import { openHost } from '../../host/host.ts';
import { readHostRecord, writeHostRecord } from '../../host/host-record.ts';
import { programVersion } from '../../host/program.ts';
import { listen, shut } from '../listen.ts';
import { runCommand } from './run.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let home: string;
const hosts: Host[] = [];
const servers: Server[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stint-cli-'));
});
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
  for (const server of servers.splice(0)) await shut(server);
  rmSync(home, { recursive: true, force: true });
});

/** Runs the command line in this process, on a data folder of its own. */
async function stint(
  words: readonly string[],
  cwd = home,
  given: { env?: NodeJS.ProcessEnv; input?: string | null; columns?: number } = {},
): Promise<Ran> {
  const told = { out: '', err: '' };
  const code = await runCommand(words, {
    out: (text) => (told.out += text),
    err: (text) => (told.err += text),
    env: { STINT_HOME: home, ...given.env },
    cwd,
    columns: given.columns ?? null,
    errIsTerminal: false,
    askSecret: async () => given.input ?? null,
    confirm: async () => null,
  });
  return { code, ...told };
}

async function serve(kind: 'desktop' | 'headless' = 'headless'): Promise<Host> {
  const host = await openHost({ home, kind, sensor: null });
  hosts.push(host);
  await host.startServing({ port: 0 });
  return host;
}

const errorOf = (ran: Ran): { code: string; message: string; remedy: string } =>
  (JSON.parse(ran.err) as { error: { code: string; message: string; remedy: string } }).error;

/** A host that gives one answer to everything. */
async function hostThatSays(status: number, body: unknown, version = programVersion()): Promise<void> {
  const socket = join(home, 'stint.sock');
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-stint-version': version });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  servers.push(server);
  await listen(server, { path: socket });
  writeHostRecord(home, { pid: process.pid, kind: 'desktop', version, socket, url: null });
}

describe('a command without a running host', () => {
  it('opens the store itself and answers as text', async () => {
    const ran = await stint(['status']);
    expect(ran).toEqual({ code: 0, out: expect.stringContaining('Nothing runs.') as string, err: '' });
  });

  it('answers as JSON alone', async () => {
    const ran = await stint(['day', '2026-02-10', '--json']);
    const day = JSON.parse(ran.out) as DayShape;
    expect([ran.code, day.date, day.status, day.entries, ran.err]).toEqual([
      0,
      '2026-02-10',
      'draft',
      [],
      '',
    ]);
  });

  it('keeps what was written for the next command', async () => {
    await stint(['start', 'TB-042', 'fix', 'socket']);
    const status = JSON.parse((await stint(['status', '--json'])).out) as {
      running: { ticket: string; title: string };
      presence: unknown;
    };
    expect(status.running).toMatchObject({ ticket: 'TB-042', title: 'fix socket' });
    expect((await stint(['stop'])).code).toBe(0);
  });

  it('makes the data folder for its owner only', async () => {
    home = join(home, 'new', 'folder');
    expect((await stint(['status'])).code).toBe(0);
    expect(existsSync(join(home, 'stint.db'))).toBe(true);
  });
});

describe('exit codes of design §4', () => {
  it('1: failed, what was broken is told', async () => {
    writeFileSync(join(home, 'file'), '');
    const ran = await stint(['status', '--home', join(home, 'file', 'below'), '--json']);
    expect([ran.code, errorOf(ran).code, ran.out]).toEqual([1, 'failed', '']);
    expect(errorOf(ran).remedy).toContain('--home');
  });
  it('1: not there', async () => {
    const ran = await stint(['session', 'show', 'ffffffff', '--json']);
    expect([ran.code, errorOf(ran).code]).toEqual([1, 'not-found']);
  });
  it('2: wrong usage, in words and as JSON', async () => {
    const text = await stint(['dya']);
    expect(text).toEqual({
      code: 2,
      out: '',
      err: 'stint: There is no command "dya".\nDid you mean `stint day`?\n',
    });
    const json = await stint(['dya', '--json']);
    expect([json.code, errorOf(json)]).toEqual([
      2,
      { code: 'usage', message: 'There is no command "dya".', remedy: 'Did you mean `stint day`?' },
    ]);
    expect((await stint(['day', 'someday'])).code).toBe(2);
    expect((await stint(['session', 'list', '--limit', '0'])).code).toBe(2);
    expect((await stint(['config', 'set', 'git.maxGap', 'soon'])).code).toBe(2);
  });
  it('3: refused by a rule', async () => {
    const ran = await stint(['stop', '--json']);
    expect([ran.code, errorOf(ran).code]).toEqual([3, 'refused']);
  });
  it('4: conflict, a second host is told about the first', async () => {
    await serve();
    const ran = await stint(['serve', '--port', '0', '--json']);
    expect([ran.code, errorOf(ran).code]).toEqual([4, 'conflict']);
    expect(errorOf(ran).message).toContain(`process ${process.pid}`);
  });
  it('5 and 6: what a running host could not do', async () => {
    const wire = (code: string, status: number) => ({
      json: { defined: true, code, status, message: 'No.', data: { remedy: 'Later.' } },
    });
    await hostThatSays(503, wire('OFFLINE', 503));
    expect((await stint(['day'])).code).toBe(5);
    for (const server of servers.splice(0)) await shut(server);
    await hostThatSays(401, { error: { code: 'unauthorised', message: 'Who?', remedy: 'Ask.' } });
    const ran = await stint(['day', '--json']);
    expect([ran.code, errorOf(ran)]).toEqual([6, { code: 'unauthorised', message: 'Who?', remedy: 'Ask.' }]);
  });
});

describe('a token', () => {
  const list = async (): Promise<{ name: string; from: string | null }[]> =>
    JSON.parse((await stint(['secret', 'list', '--json'])).out) as { name: string; from: string | null }[];

  it('is taken from the input and kept for its owner', async () => {
    const ran = await stint(['secret', 'set', 'productive.token'], home, { input: 's3cret' });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).not.toContain('s3cret');
    expect(statSync(join(home, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect((await list()).filter(({ from }) => from !== null)).toEqual([
      expect.objectContaining({ name: 'productive.token', from: 'file' }),
    ]);
    const doctor = JSON.parse((await stint(['doctor', '--json'])).out) as {
      checks: { name: string; detail: string }[];
    };
    expect(doctor.checks.find(({ name }) => name === 'tokens')?.detail).toContain('unencrypted');
    expect((await stint(['secret', 'remove', 'productive'])).code).toBe(0);
    expect((await list()).every(({ from }) => from === null)).toBe(true);
  });

  it('that nobody gave changes nothing', async () => {
    const ran = await stint(['secret', 'set', 'productive.token', '--json']);
    expect([ran.code, errorOf(ran).code, existsSync(join(home, 'secrets.json'))]).toEqual([
      2,
      'usage',
      false,
    ]);
  });

  it.each([
    [['provider', 'connect', 'productive', '--token', 's3cret']],
    [['provider', 'connect', 'productive', '--token=s3cret']],
    [['provider', 'connect', 'productive', 's3cret']],
    [['provider', 'connect', 's3cret']],
    [['secret', 'set', 'productive.token', '--value=s3cret']],
    [['secret', 'set', 'productive.token', 's3cret']],
    [['secret', 'set', 's3cret']],
  ])('on the command line is refused and never repeated: %j', async (words) => {
    for (const more of [[], ['--json']]) {
      const ran = await stint([...words, ...more], home, { input: 'x' });
      expect(ran.code).toBe(2);
      expect(ran.out + ran.err).not.toContain('s3cret');
    }
  });

  it('reaches the operation from the environment before the input, and not at all when there is none', async () => {
    const asked: unknown[] = [];
    const socket = join(home, 'stint.sock');
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        asked.push((JSON.parse(body) as { json: unknown }).json);
        response.writeHead(200, { 'x-stint-version': programVersion() });
        response.end(JSON.stringify({ json: {} }));
      });
    });
    servers.push(server);
    await listen(server, { path: socket });
    writeHostRecord(home, {
      pid: process.pid,
      kind: 'desktop',
      version: programVersion(),
      socket,
      url: null,
    });
    const words = ['provider', 'connect', 'toggl', '--place', '1', '--json'];
    const env = { STINT_TOGGL_TOKEN: ' from-env\n' };
    await stint(words, home, { env, input: 'typed' });
    await stint(words, home, {
      env: { STINT_TOGGL_TOKEN: '', STINT_HARVEST_TOKEN: 'other' },
      input: 'typed',
    });
    await stint(words);
    expect(asked).toEqual([
      { provider: 'toggl', place: '1', token: 'from-env' },
      { provider: 'toggl', place: '1', token: 'typed' },
      { provider: 'toggl', place: '1' },
    ]);
  });

  it('is explained by help', async () => {
    const { out } = await stint(['provider', 'connect', '--help']);
    expect(out).toContain('from STINT_<PROVIDER>_TOKEN, else from the input');
    expect(out).not.toContain('--token');
  });
});

describe('a command beside a running host', () => {
  it('is answered by the host, and what it writes is seen there', async () => {
    const host = await serve();
    expect((await stint(['start', 'TB-042'])).code).toBe(0);
    const [session] = await host.world.stores.sessions.recent(host.world.machine.userName, 1);
    expect(session?.ticket).toBe('TB-042');
    expect((await stint(['status'])).out).toContain('at work (cli)');
    expect((await stint(['stop', '--json'])).code).toBe(0);
  });

  it('brings refusals and remedies over the socket', async () => {
    await serve();
    const ran = await stint(['stop', '--json']);
    expect([ran.code, errorOf(ran).code]).toEqual([3, 'refused']);
    expect(errorOf(ran).remedy).toContain('stint start');
  });

  it('names folders as seen from where the person stands', async () => {
    await serve();
    const folder = join(home, 'somewhere');
    mkdirSync(folder);
    const ran = await stint(['repo', 'add', '.', '--json'], folder);
    expect(errorOf(ran).message).toContain(folder);
  });

  it('says on stderr when the host is of another version', async () => {
    await hostThatSays(
      200,
      { json: { running: null, today: 0, presence: { state: 'idle', backend: 'electron' } } },
      '9.9.9',
    );
    const text = await stint(['status']);
    expect([text.code, text.err]).toEqual([0, expect.stringContaining('is Stint 9.9.9')]);
    expect(JSON.parse((await stint(['status', '--json'])).err)).toEqual({
      notice: expect.stringContaining('9.9.9'),
    });
  });

  it('goes to the store itself when the host is gone without a word', async () => {
    writeHostRecord(home, {
      pid: 1,
      kind: 'desktop',
      version: programVersion(),
      socket: join(home, 'stint.sock'),
      url: null,
    });
    expect((await stint(['status'])).code).toBe(0);
  });

  it('says when an answer cannot be read', async () => {
    await hostThatSays(200, 'not json');
    expect((await stint(['status', '--json'])).code).toBe(1);
  });
});

describe('when the database is damaged', () => {
  const damage = async (): Promise<void> => {
    await stint(['start', 'TB-042']);
    await stint(['backup', 'now']);
    writeFileSync(join(home, 'stint.db'), Buffer.alloc(8192, 7));
  };

  it('doctor still answers, and says why', async () => {
    await damage();
    const ran = await stint(['doctor', '--json']);
    const found = JSON.parse(ran.out) as {
      healthy: boolean;
      checks: { name: string; ok: boolean; remedy: string }[];
    };
    expect([ran.code, found.healthy, ran.err]).toEqual([1, false, '']);
    expect(found.checks.find((check) => !check.ok)?.remedy).not.toBe('');
  });

  it('a backup can be put back', async () => {
    await damage();
    expect((await stint(['status'])).code).toBe(1);
    const [name] = readdirSync(join(home, 'backups')).filter((one) => one.endsWith('.db'));
    const ran = await stint(['backup', 'restore', name ?? '', '--json']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const status = JSON.parse((await stint(['status', '--json'])).out) as { running: { ticket: string } };
    expect(status.running.ticket).toBe('TB-042');
  });

  it('a backup that is not there is named', async () => {
    const ran = await stint(['backup', 'restore', 'no-such.db', '--json']);
    expect([ran.code, errorOf(ran).code]).toEqual([1, 'not-found']);
  });

  it('nothing is restored under a running host', async () => {
    await stint(['start', 'TB-042']);
    await stint(['backup', 'now']);
    await serve();
    const [name] = readdirSync(join(home, 'backups'));
    expect((await stint(['backup', 'restore', name ?? '', '--json'])).code).toBe(4);
    expect(readHostRecord(home)?.kind).toBe('headless');
  });
});

describe('help and version', () => {
  it('bare stint prints help', async () => {
    const ran = await stint([]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    for (const word of ['Usage: stint', 'start [WHAT]', 'repo add PATH', 'serve', 'Exit codes'])
      expect(ran.out).toContain(word);
  });
  it('of a command names its words, flags and examples', async () => {
    const { out } = await stint(['correct', '--help']);
    expect(out).toContain('Usage: stint correct ID MINUTES --reason REASON');
    expect(out).toContain('stint correct 3fa85f64 -1h');
  });
  it('version', async () => {
    expect(await stint(['--version'])).toEqual({ code: 0, out: `${programVersion()}\n`, err: '' });
  });
});

it('repositories are listed with what is wrong with them', async () => {
  expect(JSON.parse((await stint(['repo', 'list', '--json'])).out) as RepositoryShape[]).toEqual([]);
});

it('a report is no wider than the terminal, or than it is asked to be, whoever writes it', async () => {
  await stint(['log', '2h on TB-42 for docs']);
  const widthOf = async (columns?: number, ...more: string[]): Promise<number> => {
    const ran = await stint(['report', 'rd', ...more], home, columns === undefined ? {} : { columns });
    return Math.max(...ran.out.split('\n').map((line) => line.length));
  };
  const widths = async (): Promise<number[]> => [
    await widthOf(),
    await widthOf(60),
    await widthOf(60, '--width', '70'),
    await widthOf(20),
  ];
  const alone = await widths();
  const [free = 0, narrow = 0, asked = 0, least = 0] = alone;
  expect(free).toBeGreaterThan(70);
  expect(asked).toBeLessThanOrEqual(70);
  expect(asked).toBeGreaterThan(60);
  expect(narrow).toBeLessThanOrEqual(60);
  expect(narrow).toBeGreaterThan(40);
  expect(least).toBe(40);
  await serve();
  expect(await widths()).toEqual(alone);
});
