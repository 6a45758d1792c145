import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LARGEST_TEMPO_FILE } from '#shared/formats/tempo/tempo-file.ts';
import type { ConfigFiles } from '#shared/ports/configuration.ts';
import { createConfigFiles } from './config-files.ts';

const LINKS = process.platform !== 'win32';
const MAKE_PIPE = 'mkfifo';
let root: string;
let repository: string;
let folder: string;
let file: string;
let files: ConfigFiles;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stint-config-'));
  repository = join(root, 'shop');
  folder = join(repository, '.tract');
  file = join(folder, 'config.yaml');
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(root, 'home', '.config', 'arij'), { recursive: true });
  files = createConfigFiles(join(root, 'home'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const refused = (why: string) => ({ text: null, refused: expect.stringContaining(why) as string });

it('reads the file of a repository and of the person, and sees that they change', async () => {
  expect(await files.stamp(repository)).toBeNull();
  expect(await files.read(repository)).toEqual({ text: null, refused: null });
  writeFileSync(file, '\uFEFFprefix: TB\n');
  const before = await files.stamp(repository);
  expect(before).not.toBeNull();
  expect(await files.read(repository)).toEqual({ text: 'prefix: TB\n', refused: null });
  writeFileSync(file, 'prefix: TBX\n');
  expect(await files.stamp(repository)).not.toBe(before);
  writeFileSync(files.pathOf(null), 'tempo:\n');
  expect(await files.read(null)).toEqual({ text: 'tempo:\n', refused: null });
  expect(await files.stamp(join(root, 'gone'))).toBeNull();
});

it.runIf(LINKS)('a link is not followed out of a repository; the person’s own is followed', async () => {
  const secret = join(root, 'secret.yaml');
  writeFileSync(secret, 'prefix: SECRET\n');
  symlinkSync(secret, file);
  expect(await files.read(repository)).toEqual(refused('It is a link'));
  rmSync(folder, { recursive: true });
  mkdirSync(join(root, 'outside'));
  writeFileSync(join(root, 'outside', 'config.yaml'), 'prefix: SECRET\n');
  symlinkSync(join(root, 'outside'), folder);
  expect(await files.read(repository)).toEqual(refused('leads out of the repository'));
  symlinkSync(secret, files.pathOf(null));
  expect(await files.read(null)).toEqual({ text: 'prefix: SECRET\n', refused: null });
});

it('what is no small text is refused in words', async () => {
  writeFileSync(file, '');
  truncateSync(file, LARGEST_TEMPO_FILE + 1);
  expect(await files.read(repository)).toEqual(refused('larger than 128 KB'));
  writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]));
  expect(await files.read(repository)).toEqual(refused('no text'));
  rmSync(file);
  mkdirSync(file);
  expect((await files.read(repository)).refused).not.toBeNull();
});

it.runIf(LINKS)('a pipe is not waited for', async () => {
  execFileSync(MAKE_PIPE, [file]);
  expect(await files.read(repository)).toEqual(refused('no file'));
});
