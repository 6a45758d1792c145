import { existsSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Session } from '#shared/evidence/session.ts';
import type { PresenceSensor } from '#shared/ports/world.ts';
import { plusMinutes, plusMs } from '#shared/values/instant.ts';
import { problemIn, temporaryHome } from '../storage/temporary-home.ts';
import type { Host } from './host.ts';
import { openHost } from './host.ts';
import type { HostOptions } from './host-options.ts';
import { readHostRecord, writeHostRecord } from './host-record.ts';

const DESK: PresenceSensor = {
  backend: 'desk',
  sample: () => ({ idleMs: 0, locked: false }),
  onPower: () => () => undefined,
};

async function open(
  home: string,
  kind: HostOptions['kind'],
  sensor: PresenceSensor | null = null,
): Promise<Host> {
  const host = await openHost({ home, kind, sensor, lockWaitMs: 0 });
  onTestFinished(() => host.close());
  return host;
}

const statusOf = async (url: string): Promise<number> => (await fetch(`${url}/api/status`)).status;

describe('a data folder has one host', () => {
  it('refuses a second one and names the first', async () => {
    const home = temporaryHome();
    const first = await open(home, 'desktop', DESK);
    await first.startServing({ port: 0 });
    const problem = await problemIn(() => openHost({ home, kind: 'headless', sensor: null, lockWaitMs: 0 }));
    expect(problem.code).toBe('conflict');
    expect(problem.message).toContain(`the desktop app (process ${process.pid})`);
  });

  it('is free again when the host is closed, also twice', async () => {
    const home = temporaryHome();
    const first = await open(home, 'desktop', DESK);
    await first.startServing({ port: 0 });
    await Promise.all([first.close(), first.close()]);
    expect(existsSync(join(home, 'stint.sock'))).toBe(false);
    expect(readHostRecord(home)).toBeNull();
    await open(home, 'headless');
  });

  it('is free again when opening failed', async () => {
    const home = temporaryHome();
    writeFileSync(join(home, 'stint.db'), Buffer.alloc(8192, 7));
    expect((await problemIn(() => openHost({ home, kind: 'headless', sensor: null }))).code).toBe('failed');
    const second = await problemIn(() => openHost({ home, kind: 'headless', sensor: null, lockWaitMs: 0 }));
    expect(second.code).not.toBe('conflict');
  });

  it('serves only its owner', async () => {
    const home = temporaryHome();
    const host = await open(home, 'headless');
    await host.startServing({ port: 0 });
    if (process.platform === 'win32') return;
    const modeOf = (name: string): number => statSync(join(home, name)).mode & 0o777;
    expect([statSync(home).mode & 0o777, modeOf('stint.sock'), modeOf('token'), modeOf('host.json')]).toEqual(
      [0o700, 0o600, 0o600, 0o600],
    );
  });

  it('finds a shorter place for the socket when the folder lies deep', async () => {
    if (process.platform === 'win32') return;
    const home = join(temporaryHome(), 'a'.repeat(60), 'b'.repeat(60));
    const host = await open(home, 'headless');
    await host.startServing({ port: 0 });
    const socket = readHostRecord(home)?.socket ?? '';
    expect(dirname(dirname(socket))).toBe(tmpdir());
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700);
    await host.close();
    expect(existsSync(dirname(socket))).toBe(false);
    expect(basename(socket)).toBe('s');
  });
});

describe('the HTTP door', () => {
  it('is shut in the desktop app until it is switched on, and shut again', async () => {
    const host = await open(temporaryHome(), 'desktop', DESK);
    const serving = await host.startServing({ port: 0 });
    expect([serving.url(), serving.oneTimeUrl()]).toEqual([null, null]);
    await host.perform(['setting', 'set'], { key: 'doors.http', value: true });
    await vi.waitUntil(() => serving.url() !== null);
    const url = serving.url() ?? '';
    expect(await statusOf(url)).toBe(401);
    expect(readHostRecord(host.home)?.url).toBe(url);
    await host.perform(['setting', 'set'], { key: 'doors.http', value: false });
    await vi.waitUntil(() => serving.url() === null);
    await expect(statusOf(url)).rejects.toThrow();
  });

  it('is always open in `stint serve`, and a taken port is a conflict', async () => {
    const first = await open(temporaryHome(), 'headless');
    const serving = await first.startServing({ port: 0 });
    const port = Number(new URL(serving.url() ?? '').port);
    const second = await open(temporaryHome(), 'headless');
    const problem = await problemIn(() => second.startServing({ port }));
    expect([problem.code, problem.remedy]).toEqual(['conflict', expect.stringContaining('--port')]);
  });

  it('with a taken port does not keep the desktop app from running', async () => {
    const first = await open(temporaryHome(), 'headless');
    const port = Number(new URL((await first.startServing({ port: 0 })).url() ?? '').port);
    const second = await open(temporaryHome(), 'desktop', DESK);
    await second.perform(['setting', 'set'], { key: 'doors.http', value: true });
    expect((await second.startServing({ port })).url()).toBeNull();
  });
});

describe('presence', () => {
  it('is kept from serving to closing, and says who tells', async () => {
    const home = temporaryHome();
    const host = await open(home, 'desktop', DESK);
    await host.startServing({ port: 0 });
    expect(host.world.presence.current()).toEqual({ state: 'active', backend: 'desk' });
    const user = host.world.machine.userName;
    expect(await host.world.stores.evidence.openPresence(user)).not.toBeNull();
    await host.close();
    const again = await open(home, 'command');
    expect(await again.world.stores.evidence.openPresence(user)).toBeNull();
  });
});

/** Leaves a data folder as a host leaves it that dies: the session `minutesAgo` old, its last heartbeat at `aliveAgo`. */
async function leftBehind(
  minutesAgo: number,
  aliveAgo: number | null,
  crashed: boolean,
  more: Partial<Session> = {},
): Promise<string> {
  const home = temporaryHome();
  const host = await open(home, 'command');
  const { clock, ids, stores, machine } = host.world;
  const startedAt = plusMinutes(clock.now(), -minutesAgo);
  const session: Session = {
    id: ids.next(startedAt),
    user: machine.userName,
    title: 'fix socket',
    ticket: null,
    project: null,
    type: 'feature',
    status: 'active',
    startedAt,
    endedAt: null,
    pauses: [],
    pausedAt: null,
    zone: 'UTC',
    aliveAt: aliveAgo === null ? startedAt : plusMinutes(clock.now(), -aliveAgo),
    recovered: false,
    recoverySource: null,
    revision: 1,
    ...more,
  };
  await stores.ledger.commit({
    actor: machine.userName,
    operation: 'session.start',
    why: 'start',
    changes: [{ noun: 'session', before: null, after: session }],
  });
  await host.close();
  if (crashed)
    writeHostRecord(home, {
      pid: 999_999,
      kind: 'headless',
      version: '0',
      socket: join(home, 'stint.sock'),
      url: null,
    });
  return home;
}

describe('what the last host left open', () => {
  const only = async (
    host: Host,
  ): Promise<{ status: string; minutes: number; recovered: boolean; recoverySource: string | null }> =>
    ((await host.perform(['session', 'list'], {})) as Awaited<ReturnType<typeof only>>[])[0]!;

  it('a session ends at its last heartbeat', async () => {
    const host = await open(await leftBehind(120, 30, true), 'headless');
    expect(await only(host)).toMatchObject({
      status: 'completed',
      minutes: 90,
      recovered: true,
      recoverySource: 'heartbeat',
    });
    const [step] = await host.world.stores.ledger.history(1);
    expect(
      (await host.world.stores.ledger.history(5)).map((one) => `${one.actor} ${one.operation}`),
    ).toContain('stint session.recover');
    expect(step).toBeDefined();
  });

  it('without any heartbeat its length is an estimate', async () => {
    const host = await open(await leftBehind(120, null, true), 'desktop', DESK);
    expect(await only(host)).toMatchObject({ minutes: 30, recovered: true, recoverySource: 'estimated' });
  });

  it('no recovered session is longer than 8 h', async () => {
    const host = await open(await leftBehind(20 * 60, 60, true), 'headless');
    expect(await only(host)).toMatchObject({ minutes: 480, recovered: true });
  });

  it('a command after a crash mends as well, and only once', async () => {
    const home = await leftBehind(120, 30, true);
    const host = await open(home, 'command');
    expect(await only(host)).toMatchObject({ status: 'completed', recovered: true });
    expect(readHostRecord(home)).toBeNull();
  });

  it('a fresh session goes on after a quick restart', async () => {
    const host = await open(await leftBehind(10, 0, true), 'headless');
    expect(await only(host)).toMatchObject({ status: 'active', recovered: false });
  });

  it('a session that was started where no host ran goes on when one begins', async () => {
    const host = await open(await leftBehind(120, null, false), 'desktop', DESK);
    expect(await only(host)).toMatchObject({ status: 'active', minutes: 120, recovered: false });
  });

  it('but not for ever', async () => {
    const host = await open(await leftBehind(9 * 60, null, false), 'desktop', DESK);
    expect(await only(host)).toMatchObject({
      status: 'completed',
      recovered: true,
      recoverySource: 'estimated',
    });
  });

  it('presence ends at its last heartbeat', async () => {
    const home = temporaryHome();
    const host = await open(home, 'command');
    const { clock, ids, stores, machine } = host.world;
    const end = plusMinutes(clock.now(), -10);
    const start = plusMs(end, -3600_000);
    await stores.evidence.putPresence({
      id: ids.next(start),
      user: machine.userName,
      state: 'active',
      backend: 'desk',
      zone: 'UTC',
      start,
      end,
      open: true,
    });
    await host.close();
    const next = await open(home, 'desktop', DESK);
    const [span] = await next.world.stores.evidence.presence(machine.userName, { start, end: clock.now() });
    expect(span).toMatchObject({ start, end, open: false });
  });
});
