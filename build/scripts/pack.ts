// `npm run pack`: what people install. With Electron's downloads in reach: dmg, nsis, AppImage and deb by electron-builder.
// Without them (Linux x64): the unpacked folder, a tar.gz and a deb, on the stand-in Electron. `-- --dir`: the unpacked folder only.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.ts';
import { buildIfStale } from './freshness.ts';
import { RELEASE, SPARE_ELECTRON } from './folders.ts';
import { packDeb } from './packaging/deb.ts';
import { compileAhead } from './packaging/compiled-code.ts';
import { writeShellHelp } from './packaging/shell-help.ts';
import { packTar } from './packaging/tar.ts';
import { makeSpareElectron, SPARE_ELECTRON_VERSION, spareElectronFits } from './runtime/electron-folder.ts';
import { fetchElectron } from './runtime/electron-of-package.ts';
import { provideSqliteBinding } from './runtime/sqlite-binding.ts';

const UNPACKED = join(RELEASE, 'linux-unpacked');
const say = (line: string): void => console.log(line);
const folderOnly = process.argv.includes('--dir');

await buildIfStale();
await writeShellHelp();
process.exitCode = (await fetchElectron(say)) ? await packWithDownloads() : await packWithSpare();

async function packWithDownloads(): Promise<number> {
  await compileAhead(say);
  return await electronBuilder(folderOnly ? ['--dir'] : []);
}

async function packWithSpare(): Promise<number> {
  if (!spareElectronFits()) {
    console.error(
      'Electron could not be downloaded, and without it a package can be made on Linux x64 only. Check the network and try again.',
    );
    return 1;
  }
  await Promise.all([makeSpareElectron(say), provideSqliteBinding(say)]);
  say(
    `Electron's downloads are out of reach: packing Electron ${SPARE_ELECTRON_VERSION}, without AppImage. For trying out, not for release.`,
  );
  await compileAhead(say);
  await rm(UNPACKED, { recursive: true, force: true });
  const code = await electronBuilder([
    '--linux',
    'dir',
    `-c.electronVersion=${SPARE_ELECTRON_VERSION}`,
    `-c.electronDist=${SPARE_ELECTRON}`,
  ]);
  if (code !== 0) return code;
  await rm(join(UNPACKED, 'stint-recipe'), { force: true });
  await rm(join(UNPACKED, 'resources', 'default_app.asar'), { force: true });
  say(`Unpacked: ${UNPACKED}`);
  if (folderOnly) return 0;
  say(`Archive:  ${await packTar(UNPACKED)}`);
  const deb = await packDeb(UNPACKED);
  say(deb === null ? 'No deb: the program dpkg-deb is missing.' : `Package:  ${deb}`);
  return 0;
}

async function electronBuilder(args: readonly string[]): Promise<number> {
  const config = join('build', 'electron-builder.yml');
  const { code, output } = await run('electron-builder', ['--config', config, '--publish', 'never', ...args]);
  if (code !== 0) console.error(output);
  else if (!existsSync(RELEASE)) console.error('electron-builder ended well but made nothing.');
  return code;
}
