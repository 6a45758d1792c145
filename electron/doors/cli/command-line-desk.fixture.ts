import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Host } from '../../host/host.ts';
import { openHost } from '../../host/host.ts';
import { writeHostRecord } from '../../host/host-record.ts';
import { programVersion } from '../../host/program.ts';
import { listen, shut } from '../listen.ts';
import { runCommand } from './run.ts';

/** What a command came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What stands around a command. */
interface Given {
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string | null;
  readonly columns?: number;
}

interface Desk {
  /** The data folder. */
  home: string;
  /** Runs the command line in this process; `cwd` is the data folder where it is left out. */
  stint(words: readonly string[], cwd?: string, given?: Given): Promise<Ran>;
  serve(kind?: 'desktop' | 'headless'): Promise<Host>;
  /** Stands in for a running host, and answers as it is told. */
  serveAs(answer: RequestListener, version?: string): Promise<void>;
  /** The stand-ins are gone. */
  shutServers(): Promise<void>;
}

/** The command line for tests: a data folder of its own for each, hosts beside it, and all of it gone afterwards. */
export function commandLineDesk(): Desk {
  const hosts: Host[] = [];
  const servers: Server[] = [];
  const desk: Desk = {
    home: '',
    async stint(words, cwd = desk.home, given = {}) {
      const told = { out: '', err: '' };
      const code = await runCommand(words, {
        out: (text) => (told.out += text),
        err: (text) => (told.err += text),
        env: { STINT_HOME: desk.home, ...given.env },
        cwd,
        columns: given.columns ?? null,
        errIsTerminal: false,
        askSecret: async () => given.input ?? null,
        confirm: async () => null,
      });
      return { code, ...told };
    },
    async serve(kind = 'headless') {
      const host = await openHost({ home: desk.home, kind, sensor: null });
      hosts.push(host);
      await host.startServing({ port: 0 });
      return host;
    },
    async serveAs(answer, version = programVersion()) {
      const socket = join(desk.home, 'stint.sock');
      const server = createServer(answer);
      servers.push(server);
      await listen(server, { path: socket });
      writeHostRecord(desk.home, { pid: process.pid, kind: 'desktop', version, socket, url: null });
    },
    async shutServers() {
      for (const server of servers.splice(0)) await shut(server);
    },
  };
  const made: string[] = [];
  beforeEach(() => {
    desk.home = mkdtempSync(join(tmpdir(), 'stint-cli-'));
    made.push(desk.home);
  });
  afterEach(async () => {
    for (const host of hosts.splice(0)) await host.close();
    await desk.shutServers();
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return desk;
}

/** The problem a command told as JSON. */
export const errorOf = (ran: Ran): { code: string; message: string; remedy: string } =>
  (JSON.parse(ran.err) as { error: { code: string; message: string; remedy: string } }).error;
