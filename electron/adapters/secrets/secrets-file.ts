import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';

/** Where the tokens of a data folder lie. */
export const secretsFileOf = (home: string): string => join(home, 'secrets.json');

/** A secret as the file holds it: `keychain` is encrypted (base64), `plain` is the secret itself. */
export interface KeptSecret {
  readonly kept: 'keychain' | 'plain';
  readonly value: string;
}

/** `secrets.json`: one entry a name, for its owner only. Written in one step on the disk. */
export interface SecretsFile {
  readonly path: string;
  /** @throws Problem `failed` when the file is there and cannot be read. */
  all(): Readonly<Record<string, KeptSecret>>;
  /** Null forgets it. A file that is no JSON is set aside first. @throws Problem `failed`. */
  put(name: string, secret: KeptSecret | null): void;
  /** What was found wrong with the file so far, in words. */
  notices(): readonly string[];
}

export function openSecretsFile(home: string): SecretsFile {
  const path = secretsFileOf(home);
  const notices = new Set<string>();

  const all = (): Readonly<Record<string, KeptSecret>> => {
    const text = readPrivately(path, notices);
    if (text === null) return {};
    const read = parse(text);
    if (read !== null) return read;
    throw new Problem(
      'failed',
      said`${path} is not readable as JSON, so the tokens in it cannot be used.`,
      said`Give the tokens again; the file is set aside then.`,
    );
  };
  return {
    path,
    all,
    put(name, secret) {
      const text = readPrivately(path, notices);
      const known = text === null ? {} : parse(text);
      if (known === null) setAside(path, notices);
      const { [name]: _, ...others } = known ?? {};
      if (secret === null && !Object.hasOwn(known ?? {}, name)) return;
      write(path, secret === null ? others : { ...others, [name]: secret });
    },
    notices: () => [...notices],
  };
}

/** Null: there is no file. What others could read is narrowed, and said: it may have been read already. */
function readPrivately(path: string, notices: Set<string>): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  try {
    if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
      chmodSync(path, 0o600);
      notices.add(
        said`${path} could be read by others; now only by you. Replace the tokens that were in it if somebody else uses this machine.`,
      );
    }
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Problem(
      'failed',
      said`${path} cannot be read (${codeOf(error)}).`,
      said`Check that it belongs to you.`,
      error,
    );
  }
}

/** Null: it is no JSON object. Entries nobody understands are dropped. */
function parse(text: string): Record<string, KeptSecret> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null; // the error quotes the text, which may be a token
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, KeptSecret] => isKept(entry[1])),
  );
}

function isKept(value: unknown): value is KeptSecret {
  if (typeof value !== 'object' || value === null) return false;
  const kept: unknown = Reflect.get(value, 'kept');
  return (kept === 'keychain' || kept === 'plain') && typeof Reflect.get(value, 'value') === 'string';
}

function setAside(path: string, notices: Set<string>): void {
  const aside = `${path}.bad`;
  renameSync(path, aside);
  notices.add(said`${path} was not readable as JSON. It was set aside as ${basename(aside)}.`);
}

function write(path: string, secrets: Readonly<Record<string, KeptSecret>>): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    rmSync(draft, { force: true });
    // `wx`: a file or link that somebody laid there would keep its own mode, or lead elsewhere.
    writeFileSync(draft, `${JSON.stringify(secrets, undefined, '\t')}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
    renameSync(draft, path);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft, { force: true });
    throw new Problem(
      'failed',
      said`The token could not be written to ${path} (${codeOf(error)}). What was there before stays.`,
      said`Check that the folder can be written to, and that the disk is not full.`,
      error,
    );
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'error';
