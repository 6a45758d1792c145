import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileReader } from './files.ts';

const files = createFileReader();
/** Node has no way of its own. */
const MAKE_PIPE = 'mkfifo';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stint-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lists the files of a folder by name, not those below it, and a file as itself', async () => {
  writeFileSync(join(folder, 'b.json'), '');
  writeFileSync(join(folder, 'a.json'), '');
  mkdirSync(join(folder, 'deeper'));
  writeFileSync(join(folder, 'deeper', 'c.json'), '');
  symlinkSync(join(folder, 'deeper', 'c.json'), join(folder, 'c.json'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'd.json'));
  expect((await files.list(folder)).map(({ name }) => name)).toEqual(['a.json', 'b.json', 'c.json']);
  const path = join(folder, 'a.json');
  expect(await files.list(path)).toEqual([{ path, name: 'a.json' }]);
  await expect(files.list(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'not-found' });
});

it('reads text up to its limit', async () => {
  const path = join(folder, 'a.json');
  writeFileSync(path, '\uFEFFgrün');
  expect(await files.read(path, 8)).toBe('grün');
  await expect(files.read(path, 7)).rejects.toMatchObject({ code: 'usage' });
  writeFileSync(path, '');
  expect(await files.read(path, 8)).toBe('');
});

it('refuses what is no text, no file or not there', async () => {
  const path = join(folder, 'picture');
  writeFileSync(path, Buffer.from([0xff, 0xd8, 0xff]));
  await expect(files.read(path, 100)).rejects.toMatchObject({ code: 'usage' });
  await expect(files.read(folder, 100)).rejects.toMatchObject({ code: 'usage' });
  await expect(files.read(join(folder, 'nowhere'), 100)).rejects.toMatchObject({ code: 'not-found' });
});

it.runIf(process.platform !== 'win32')('does not wait for a pipe, nor believe a size', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync(MAKE_PIPE, [pipe]);
  await expect(files.read(pipe, 100)).rejects.toMatchObject({ code: 'usage' });
  await expect(files.read('/dev/zero', 100)).rejects.toMatchObject({ code: 'usage' });
});

it('lists the folders below one, without following links', async () => {
  mkdirSync(join(folder, 'john'));
  mkdirSync(join(folder, 'ada'));
  writeFileSync(join(folder, 'file'), '');
  symlinkSync(join(folder, 'john'), join(folder, 'link'));
  expect(await files.folders(folder)).toEqual([
    { path: join(folder, 'ada'), name: 'ada' },
    { path: join(folder, 'john'), name: 'john' },
  ]);
  expect(await files.folders(join(folder, 'nowhere'))).toEqual([]);
});
