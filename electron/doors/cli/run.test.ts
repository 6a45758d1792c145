import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DayShape, RepositoryShape } from '#shared/contract/shapes.ts';
import { readHostRecord, writeHostRecord } from '../../host/host-record.ts';
import { programVersion } from '../../host/program.ts';
import { commandLineDesk, errorOf } from './command-line-desk.fixture.ts';

const desk = commandLineDesk();

/** A host that gives one answer to everything. */
const hostThatSays = (status: number, body: unknown, version = programVersion()): Promise<void> =>
  desk.serveAs((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-stint-version': version });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }, version);

describe('a command without a running host', () => {
  it('opens the store itself and answers as text', async () => {
    const ran = await desk.stint(['status']);
    expect(ran).toEqual({ code: 0, out: expect.stringContaining('Nothing runs.') as string, err: '' });
  });

  it('answers as JSON alone', async () => {
    const ran = await desk.stint(['day', '2026-02-10', '--json']);
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
    await desk.stint(['start', 'TB-042', 'fix', 'socket']);
    const status = JSON.parse((await desk.stint(['status', '--json'])).out) as {
      running: { ticket: string; title: string };
      presence: unknown;
    };
    expect(status.running).toMatchObject({ ticket: 'TB-042', title: 'fix socket' });
    expect((await desk.stint(['stop'])).code).toBe(0);
  });

  it('makes the data folder for its owner only', async () => {
    desk.home = join(desk.home, 'new', 'folder');
    expect((await desk.stint(['status'])).code).toBe(0);
    expect(existsSync(join(desk.home, 'stint.db'))).toBe(true);
  });
});

describe('exit codes of design §4', () => {
  it('1: failed, what was broken is told', async () => {
    writeFileSync(join(desk.home, 'file'), '');
    const ran = await desk.stint(['status', '--home', join(desk.home, 'file', 'below'), '--json']);
    expect([ran.code, errorOf(ran).code, ran.out]).toEqual([1, 'failed', '']);
    expect(errorOf(ran).remedy).toContain('--home');
  });
  it('1: not there', async () => {
    const ran = await desk.stint(['session', 'show', 'ffffffff', '--json']);
    expect([ran.code, errorOf(ran).code]).toEqual([1, 'not-found']);
  });
  it('2: wrong usage, in words and as JSON', async () => {
    const text = await desk.stint(['dya']);
    expect(text).toEqual({
      code: 2,
      out: '',
      err: 'stint: There is no command "dya".\nDid you mean `stint day`?\n',
    });
    const json = await desk.stint(['dya', '--json']);
    expect([json.code, errorOf(json)]).toEqual([
      2,
      { code: 'usage', message: 'There is no command "dya".', remedy: 'Did you mean `stint day`?' },
    ]);
    expect((await desk.stint(['day', 'someday'])).code).toBe(2);
    expect((await desk.stint(['session', 'list', '--limit', '0'])).code).toBe(2);
    expect((await desk.stint(['config', 'set', 'git.maxGap', 'soon'])).code).toBe(2);
  });
  it('3: refused by a rule', async () => {
    const ran = await desk.stint(['stop', '--json']);
    expect([ran.code, errorOf(ran).code]).toEqual([3, 'refused']);
  });
  it('4: conflict, a second host is told about the first', async () => {
    await desk.serve();
    const ran = await desk.stint(['serve', '--port', '0', '--json']);
    expect([ran.code, errorOf(ran).code]).toEqual([4, 'conflict']);
    expect(errorOf(ran).message).toContain(`process ${process.pid}`);
  });
  it('5 and 6: what a running host could not do', async () => {
    const wire = (code: string, status: number) => ({
      json: { defined: true, code, status, message: 'No.', data: { remedy: 'Later.' } },
    });
    await hostThatSays(503, wire('OFFLINE', 503));
    expect((await desk.stint(['day'])).code).toBe(5);
    await desk.shutServers();
    await hostThatSays(401, { error: { code: 'unauthorised', message: 'Who?', remedy: 'Ask.' } });
    const ran = await desk.stint(['day', '--json']);
    expect([ran.code, errorOf(ran)]).toEqual([6, { code: 'unauthorised', message: 'Who?', remedy: 'Ask.' }]);
  });
});

describe('a command beside a running host', () => {
  it('is answered by the host, and what it writes is seen there', async () => {
    const host = await desk.serve();
    expect((await desk.stint(['start', 'TB-042'])).code).toBe(0);
    const [session] = await host.world.stores.sessions.recent(host.world.machine.userName, 1);
    expect(session?.ticket).toBe('TB-042');
    expect((await desk.stint(['status'])).out).toContain('at work (cli)');
    expect((await desk.stint(['stop', '--json'])).code).toBe(0);
  });

  it('brings refusals and remedies over the socket', async () => {
    await desk.serve();
    const ran = await desk.stint(['stop', '--json']);
    expect([ran.code, errorOf(ran).code]).toEqual([3, 'refused']);
    expect(errorOf(ran).remedy).toContain('stint start');
  });

  it('names folders as seen from where the person stands', async () => {
    await desk.serve();
    const folder = join(desk.home, 'somewhere');
    mkdirSync(folder);
    const ran = await desk.stint(['repo', 'add', '.', '--json'], folder);
    expect(errorOf(ran).message).toContain(folder);
  });

  it('says on stderr when the host is of another version', async () => {
    await hostThatSays(
      200,
      { json: { running: null, today: 0, presence: { state: 'idle', backend: 'electron' } } },
      '9.9.9',
    );
    const text = await desk.stint(['status']);
    expect([text.code, text.err]).toEqual([0, expect.stringContaining('is Stint 9.9.9')]);
    expect(JSON.parse((await desk.stint(['status', '--json'])).err)).toEqual({
      notice: expect.stringContaining('9.9.9'),
    });
  });

  it('goes to the store itself when the host is gone without a word', async () => {
    writeHostRecord(desk.home, {
      pid: 1,
      kind: 'desktop',
      version: programVersion(),
      socket: join(desk.home, 'stint.sock'),
      url: null,
    });
    expect((await desk.stint(['status'])).code).toBe(0);
  });

  it('says when an answer cannot be read', async () => {
    await hostThatSays(200, 'not json');
    expect((await desk.stint(['status', '--json'])).code).toBe(1);
  });
});

describe('when the database is damaged', () => {
  const damage = async (): Promise<void> => {
    await desk.stint(['start', 'TB-042']);
    await desk.stint(['backup', 'now']);
    writeFileSync(join(desk.home, 'stint.db'), Buffer.alloc(8192, 7));
  };

  it('doctor still answers, and says why', async () => {
    await damage();
    const ran = await desk.stint(['doctor', '--json']);
    const found = JSON.parse(ran.out) as {
      healthy: boolean;
      checks: { name: string; ok: boolean; remedy: string }[];
    };
    expect([ran.code, found.healthy, ran.err]).toEqual([1, false, '']);
    expect(found.checks.find((check) => !check.ok)?.remedy).not.toBe('');
  });

  it('a backup can be put back', async () => {
    await damage();
    expect((await desk.stint(['status'])).code).toBe(1);
    const [name] = readdirSync(join(desk.home, 'backups')).filter((one) => one.endsWith('.db'));
    const ran = await desk.stint(['backup', 'restore', name ?? '', '--json']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const status = JSON.parse((await desk.stint(['status', '--json'])).out) as {
      running: { ticket: string };
    };
    expect(status.running.ticket).toBe('TB-042');
  });

  it('a backup that is not there is named', async () => {
    const ran = await desk.stint(['backup', 'restore', 'no-such.db', '--json']);
    expect([ran.code, errorOf(ran).code]).toEqual([1, 'not-found']);
  });

  it('nothing is restored under a running host', async () => {
    await desk.stint(['start', 'TB-042']);
    await desk.stint(['backup', 'now']);
    await desk.serve();
    const [name] = readdirSync(join(desk.home, 'backups'));
    expect((await desk.stint(['backup', 'restore', name ?? '', '--json'])).code).toBe(4);
    expect(readHostRecord(desk.home)?.kind).toBe('headless');
  });
});

describe('help and version', () => {
  it('bare stint prints help', async () => {
    const ran = await desk.stint([]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    for (const word of ['Usage: stint', 'start [WHAT]', 'repo add PATH', 'serve', 'Exit codes'])
      expect(ran.out).toContain(word);
  });
  it('of a command names its words, flags and examples', async () => {
    const { out } = await desk.stint(['correct', '--help']);
    expect(out).toContain('Usage: stint correct ID MINUTES --reason REASON');
    expect(out).toContain('stint correct 3fa85f64 -1h');
  });
  it('version', async () => {
    expect(await desk.stint(['--version'])).toEqual({ code: 0, out: `${programVersion()}\n`, err: '' });
  });
});

it('repositories are listed with what is wrong with them', async () => {
  expect(JSON.parse((await desk.stint(['repo', 'list', '--json'])).out) as RepositoryShape[]).toEqual([]);
});
