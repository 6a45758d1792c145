import { connect } from 'node:net';
import type { Socket } from 'node:net';

/**
 * Asks the desktop's session bus one question (D-Bus specification, "Message Protocol"): a property of an object.
 * A whole D-Bus library would cost more memory than the rest of the tray; one call needs only this.
 */
export interface PropertyQuestion {
  readonly service: string;
  readonly path: string;
  readonly interface: string;
  readonly property: string;
}

/** A bus that takes longer than this is as good as none. */
const PATIENCE_MS = 2000;

/**
 * Reads a boolean property. @returns null when there is no bus, no such service (it is not started for this),
 * or the answer is no boolean.
 */
export async function readBooleanProperty(
  env: NodeJS.ProcessEnv,
  question: PropertyQuestion,
): Promise<boolean | null> {
  const address = socketOf(env);
  if (address === null) return null;
  return new Promise((resolve) => {
    const socket = connect({ path: address });
    const answer = (value: boolean | null): void => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(PATIENCE_MS, () => answer(null));
    socket.on('error', () => answer(null));
    socket.on('close', () => answer(null));
    socket.on('connect', () => converse(socket, question, answer));
  });
}

/** Path of the bus's socket out of its address; an abstract one begins with a NUL. Null: an address we cannot use. */
export function socketOf(env: NodeJS.ProcessEnv): string | null {
  const fallback = env['XDG_RUNTIME_DIR'] ? `unix:path=${env['XDG_RUNTIME_DIR']}/bus` : '';
  for (const address of (env['DBUS_SESSION_BUS_ADDRESS'] || fallback).split(';')) {
    const match = /^unix:(.*)$/.exec(address);
    const parts = new Map(match?.[1]?.split(',').map((part) => splitOnce(part)));
    const path = parts.get('path');
    if (path !== undefined) return path;
    const abstract = parts.get('abstract');
    if (abstract !== undefined) return `\0${abstract}`;
  }
  return null;
}

const splitOnce = (part: string): [string, string] => {
  const at = part.indexOf('=');
  const value = part.slice(at + 1);
  try {
    return [part.slice(0, at), decodeURIComponent(value)];
  } catch {
    return [part.slice(0, at), value]; // not escaped as the specification asks; taken as it stands
  }
};

function converse(socket: Socket, question: PropertyQuestion, answer: (value: boolean | null) => void): void {
  let heard: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  let greeted = false;
  socket.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk]);
    if (!greeted) {
      const end = heard.indexOf('\r\n');
      if (end < 0) return;
      if (!heard.subarray(0, end).toString('latin1').startsWith('OK ')) return answer(null);
      heard = heard.subarray(end + 2);
      greeted = true;
      const bus = 'org.freedesktop.DBus';
      socket.write('BEGIN\r\n');
      socket.write(message(HELLO, [bus, '/org/freedesktop/DBus', bus, 'Hello'], []));
      const properties = [question.service, question.path, 'org.freedesktop.DBus.Properties', 'Get'] as const;
      socket.write(message(QUESTION, properties, [question.interface, question.property]));
    }
    for (let reply = takeReply(heard); reply !== null; reply = takeReply(heard)) {
      heard = heard.subarray(reply.length);
      if (reply.to === QUESTION) answer(reply.value);
    }
  });
  // The server learns who we are from the socket itself; the number must still be said (SASL EXTERNAL).
  const uid = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${uid}\r\n`);
}

const HELLO = 1;
const QUESTION = 2;
const METHOD_CALL = 1;
const METHOD_RETURN = 2;
const NO_AUTO_START = 2;
const PATH = 1;
const INTERFACE = 2;
const MEMBER = 3;
const REPLY_SERIAL = 5;
const DESTINATION = 6;
const SIGNATURE = 8;

/** A method call whose arguments are all strings, little endian. */
function message(
  serial: number,
  [destination, path, face, member]: readonly [string, string, string, string],
  strings: readonly string[],
): Buffer {
  const body = new Writer();
  for (const text of strings) body.text(text);
  const fields = new Writer();
  fields.field(PATH, 'o', path);
  fields.field(INTERFACE, 's', face);
  fields.field(MEMBER, 's', member);
  fields.field(DESTINATION, 's', destination);
  if (strings.length > 0) fields.field(SIGNATURE, 'g', 's'.repeat(strings.length));
  const head = new Writer();
  head.bytes([0x6c, METHOD_CALL, NO_AUTO_START, 1]);
  head.number(body.length);
  head.number(serial);
  head.number(fields.length);
  // Fields begin at byte 16, a multiple of 8, so offsets inside them need no shift.
  const front = Buffer.concat([head.done(), fields.done()]);
  return Buffer.concat([front, Buffer.alloc(-front.length & 7), body.done()]);
}

class Writer {
  private readonly parts: Buffer[] = [];
  length = 0;

  bytes(values: readonly number[] | Buffer): void {
    const part = Buffer.from(values);
    this.parts.push(part);
    this.length += part.length;
  }
  pad(to: number): void {
    this.bytes(Buffer.alloc((to - (this.length % to)) % to));
  }
  number(value: number): void {
    this.pad(4);
    const part = Buffer.alloc(4);
    part.writeUInt32LE(value);
    this.bytes(part);
  }
  text(value: string): void {
    const bytes = Buffer.from(value);
    this.number(bytes.length);
    this.bytes(bytes);
    this.bytes([0]);
  }
  field(code: number, type: 'o' | 's' | 'g', value: string): void {
    this.pad(8);
    this.bytes([code, 1, type.charCodeAt(0), 0]);
    if (type !== 'g') return this.text(value);
    this.bytes([value.length, ...Buffer.from(value), 0]);
  }
  done(): Buffer {
    return Buffer.concat(this.parts);
  }
}

interface Reply {
  /** Bytes the message took. */
  readonly length: number;
  /** Serial of the call it answers; 0 for signals. */
  readonly to: number;
  readonly value: boolean | null;
}

/** The first whole message of what was heard, or null while it is not all there. */
function takeReply(heard: Buffer): Reply | null {
  if (heard.length < 16) return null;
  const little = heard[0] === 0x6c;
  const number = (at: number): number => (little ? heard.readUInt32LE(at) : heard.readUInt32BE(at));
  const fieldsEnd = 16 + number(12);
  const bodyAt = (fieldsEnd + 7) & ~7;
  const length = bodyAt + number(4);
  if (heard.length < length) return null;
  const to = replySerial(heard, fieldsEnd, number);
  // A variant with a boolean: signature `b` as length, letter, NUL; padding to 4; the value.
  const isBoolean = number(4) >= 8 && heard[bodyAt] === 1 && heard[bodyAt + 1] === 0x62;
  const value = heard[1] === METHOD_RETURN && isBoolean ? number(bodyAt + 4) === 1 : null;
  return { length, to, value };
}

function replySerial(heard: Buffer, end: number, number: (at: number) => number): number {
  let at = 16;
  while (at < end) {
    at = (at + 7) & ~7;
    const code = heard[at];
    const type = String.fromCharCode(heard[at + 2] ?? 0);
    const valueAt = at + 4;
    if (type === 'u') {
      if (code === REPLY_SERIAL) return number(valueAt);
      at = valueAt + 4;
    } else if (type === 'g') at = valueAt + (heard[valueAt] ?? 0) + 2;
    else if (type === 's' || type === 'o') at = valueAt + 4 + number(valueAt) + 1;
    else return 0;
  }
  return 0;
}
