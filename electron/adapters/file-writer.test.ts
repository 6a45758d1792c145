import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createFileWriter } from './file-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'stint-writer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { write, digest } = createFileWriter();

it('writes text and bytes, with the folders on the way', async () => {
  await write(join(folder, 'a', 'b', 'text.csv'), 'ä,1\r\n');
  await write(join(folder, 'a', 'bytes'), new Uint8Array([0, 255]));
  expect(readFileSync(join(folder, 'a', 'b', 'text.csv'), 'utf8')).toBe('ä,1\r\n');
  expect([...readFileSync(join(folder, 'a', 'bytes'))]).toEqual([0, 255]);
});

it('replaces what stood there, leaves nothing beside it, and keeps who may read it', async () => {
  const path = join(folder, 'mine');
  writeFileSync(path, 'old and longer');
  chmodSync(path, 0o600);
  await write(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

it('says where it cannot write, and leaves what is there', async () => {
  const path = join(folder, 'file');
  writeFileSync(path, 'kept');
  await expect(write(join(path, 'below'), 'x')).rejects.toMatchObject({ code: 'refused' });
  await expect(write(folder, 'x')).rejects.toMatchObject({ code: 'refused' });
  expect(readFileSync(path, 'utf8')).toBe('kept');
});

it('tells one content from another, and where there is none', async () => {
  const path = join(folder, 'told');
  expect(await digest(path)).toBeNull();
  await write(path, 'one');
  const first = await digest(path);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  await write(path, 'two');
  expect(await digest(path)).not.toBe(first);
  await write(path, 'one');
  expect(await digest(path)).toBe(first);
  await expect(digest(folder)).rejects.toMatchObject({ code: 'refused' });
});
