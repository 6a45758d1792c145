import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { answerProblem } from './answer.ts';
import type { Core } from './core.ts';
import { readHostRecord } from '../host/host-record.ts';
import { assertToken } from './http/guard.ts';
import { listen, shut } from './listen.ts';

/** The door the CLI comes in by. */
export interface SocketDoor {
  /** A socket file, or a named pipe on Windows; recorded in `host.json`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Longer paths are cut off by the operating system without an error (104 bytes on macOS, 108 on Linux). */
const LONGEST_SOCKET_PATH = 100;

/**
 * Opens the local socket of a data folder, for its owner only. Call it while holding the host lock: what lies at
 * the address is then a leftover of a crash.
 */
export async function openSocketDoor(home: string, core: Core, token: string): Promise<SocketDoor> {
  const isPipe = process.platform === 'win32';
  const address = isPipe ? pipeName(home) : socketPath(home);
  if (!isPipe) rmSync(address, { force: true });
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    try {
      // A file's mode keeps others out; a pipe has none, so the token does.
      if (isPipe) assertToken(request, token);
      void core(request, response);
    } catch (error) {
      answerProblem(response, error);
    }
  });
  await listen(server, { path: address });
  if (!isPipe) chmodSync(address, 0o600);
  return {
    address,
    async close() {
      await shut(server);
      if (!isPipe) rmSync(address, { force: true });
      if (!isPipe && dirname(address) !== home) rmSync(dirname(address), { recursive: true, force: true });
    },
  };
}

function socketPath(home: string): string {
  const inside = join(home, 'stint.sock');
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH) return inside;
  removeLeftover(home);
  // Random and 0700, so that nobody else can have put a socket there before us.
  return join(mkdtempSync(join(tmpdir(), 'stint-')), 's');
}

/** The folder of a host that crashed; its own name says that it was one of ours. */
function removeLeftover(home: string): void {
  const folder = dirname(readHostRecord(home)?.socket ?? '');
  if (dirname(folder) === tmpdir() && /^stint-\w{6}$/.test(basename(folder)))
    rmSync(folder, { recursive: true, force: true });
}

function pipeName(home: string): string {
  const folder = createHash('sha256').update(home.toLowerCase()).digest('hex').slice(0, 16);
  return `\\\\.\\pipe\\stint-${folder}-${randomBytes(6).toString('hex')}`;
}
