import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { databaseFile } from './data-files.ts';
import { temporaryStorage } from './temporary-home.ts';

const DAY = 86_400_000;

it('says that all is well', async () => {
  const { storage } = await temporaryStorage();
  const checks = await storage.upkeep.checks();
  expect(checks.map(({ name, ok }) => `${name} ${ok}`)).toEqual([
    'database true',
    'tables true',
    'backups true',
    'data folder true',
  ]);
  expect(checks.every((check) => check.remedy === null && check.detail !== '')).toBe(true);
});

it('names a backup that is old, a folder that is open and databases set aside, each with what to do', async () => {
  const { home, storage, clock } = await temporaryStorage();
  await storage.upkeep.backup();
  clock.advance(9 * DAY);
  if (process.platform !== 'win32') chmodSync(home, 0o755);
  writeFileSync(`${databaseFile(home)}.damaged-2026-02-01T00-00-00.000Z`, 'x');
  const checks = await storage.upkeep.checks();
  const named = (name: string) => checks.find((check) => check.name === name);
  expect(named('backups')).toMatchObject({ ok: false, remedy: 'Run `stint backup now`.' });
  expect(named('backups')?.detail).toContain('9 days old');
  if (process.platform !== 'win32') expect(named('data folder')?.remedy).toContain('chmod 700');
  expect(named('damaged databases')?.detail).toContain(join(home, 'stint.db.damaged-'));
});

it('answers as before after a rest', async () => {
  const { storage } = await temporaryStorage();
  const before = await storage.upkeep.checks();
  await storage.upkeep.rest();
  expect(await storage.upkeep.checks()).toEqual(before);
});
