import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBooleanProperty, socketOf } from './session-bus.ts';

// A bus that speaks just enough of the D-Bus specification; the real daemon is met in the journeys.

const QUESTION = {
  service: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
  property: 'IsStatusNotifierHostRegistered',
};
const RETURN = 2;
const ERROR = 3;

/** A reply to `serial`: header, one field (REPLY_SERIAL), body. */
function reply(type: number, serial: number, signature: string, body: Buffer): Buffer {
  const field = Buffer.from([5, 1, 0x75, 0, 0, 0, 0, 0]);
  field.writeUInt32LE(serial, 4);
  const fields =
    signature === ''
      ? field
      : Buffer.concat([field, Buffer.from([8, 1, 0x67, 0, 1]), Buffer.from(`${signature}\0`)]);
  const head = Buffer.alloc(16);
  head.set([0x6c, type, 0, 1]);
  head.writeUInt32LE(body.length, 4);
  head.writeUInt32LE(99, 8);
  head.writeUInt32LE(fields.length, 12);
  const front = Buffer.concat([head, fields]);
  return Buffer.concat([front, Buffer.alloc(-front.length & 7), body]);
}

const variant = (value: boolean): Buffer => Buffer.from([1, 0x62, 0, 0, value ? 1 : 0, 0, 0, 0]);

let folder: string;
let server: Server | null = null;
let heard: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stint-bus-'));
  heard = '';
});
afterEach(async () => {
  await new Promise((done) => (server === null ? done(null) : server.close(done)));
  server = null;
  await rm(folder, { recursive: true, force: true });
});

/** Starts the bus; it answers the question, in pieces, with these bytes. */
async function bus(answer: Buffer, greeting = 'OK 1234deadbeef\r\n'): Promise<NodeJS.ProcessEnv> {
  const path = join(folder, 'bus');
  server = createServer((socket) => {
    let asked = false;
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1');
      heard += text;
      if (text.includes('AUTH')) socket.write(greeting);
      if (asked || !heard.includes('IsStatusNotifierHostRegistered')) return;
      asked = true;
      const all = Buffer.concat([reply(RETURN, 1, 's', Buffer.from('\x05\0\0\0:1.42\0', 'latin1')), answer]);
      socket.write(all.subarray(0, 21));
      setImmediate(() => socket.write(all.subarray(21)));
    });
  });
  await new Promise<void>((ready) => server?.listen(path, ready));
  return { DBUS_SESSION_BUS_ADDRESS: `unix:path=${path},guid=00ff` };
}

describe.skipIf(process.platform === 'win32')('asking the session bus', () => {
  it.each([true, false])('reads a boolean property: %s', async (value) => {
    const env = await bus(reply(RETURN, 2, 'v', variant(value)));
    expect(await readBooleanProperty(env, QUESTION)).toBe(value);
    expect(
      heard.startsWith(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.())).toString('hex')}\r\n`),
    ).toBe(true);
    expect(heard).toContain('BEGIN\r\n');
  });

  it('takes an error, another type or a refusal for no answer', async () => {
    const text = Buffer.from('\x03\0\0\0no!\0', 'latin1');
    expect(await readBooleanProperty(await bus(reply(ERROR, 2, 's', text)), QUESTION)).toBeNull();
  });

  it('does not insist where the bus refuses us', async () => {
    const env = await bus(Buffer.alloc(0), 'REJECTED EXTERNAL\r\n');
    expect(await readBooleanProperty(env, QUESTION)).toBeNull();
  });

  it('manages without a bus', async () => {
    expect(await readBooleanProperty({}, QUESTION)).toBeNull();
    expect(
      await readBooleanProperty({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/none` }, QUESTION),
    ).toBeNull();
  });
});

describe('the address of the session bus', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
    ['unix:abstract=/tmp/dbus-x,guid=1', '\0/tmp/dbus-x'],
    ['tcp:host=a,port=1;unix:path=/b%20c', '/b c'],
    ['unix:path=/100%', '/100%'],
    ['tcp:host=a,port=1', null],
  ])('%s', (address, path) => {
    expect(socketOf({ DBUS_SESSION_BUS_ADDRESS: address })).toBe(path);
  });

  it('is the runtime folder’s where none is named', () => {
    expect(socketOf({ XDG_RUNTIME_DIR: '/run/user/7' })).toBe('/run/user/7/bus');
    expect(socketOf({})).toBeNull();
  });
});
