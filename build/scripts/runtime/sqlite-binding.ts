// Builds better-sqlite3 once for Node-API 9, so that one binary serves Node 20, Node 24 and the stand-in Electron 33.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { demand, onPath, projectEnvironment } from '../command.ts';
import { CACHE, MODULES } from '../folders.ts';

const PACKAGE = join(MODULES, 'better-sqlite3');
/** Where better-sqlite3 looks before it takes one of its prebuilt files. */
const IN_USE = join(PACKAGE, 'build', 'Release', 'better_sqlite3.node');
const KEPT = join(CACHE, 'better-sqlite3-napi9');
const KEPT_FILE = join(KEPT, 'better_sqlite3.node');
const KEPT_STAMP = join(KEPT, 'stamp');
const RECIPE = 1;

/**
 * Puts a better-sqlite3 built for Node-API 9 in its place. Builds it (about two minutes) only when the cache has none for
 * this version. The package's prebuilt files need Node-API 10 and crash an older process without an error (decision 0001).
 */
export async function provideSqliteBinding(say: (line: string) => void): Promise<void> {
  const stamp = await stampOf();
  const kept = await readFile(KEPT_STAMP, 'utf8').catch(() => '');
  if (kept !== stamp || !existsSync(KEPT_FILE)) {
    say('Building better-sqlite3 for Node-API 9 (about two minutes) …');
    await buildIntoCache(stamp);
  }
  if (await sameFile(KEPT_FILE, IN_USE)) {
    say('better-sqlite3 for Node-API 9 is there.');
    return;
  }
  // Renamed into place, so that a process that loads it meanwhile never sees half a file.
  await mkdir(dirname(IN_USE), { recursive: true });
  const half = `${IN_USE}.${process.pid}`;
  await cp(KEPT_FILE, half);
  await rename(half, IN_USE);
  say('better-sqlite3 for Node-API 9 is in place.');
}

async function buildIntoCache(stamp: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'better-sqlite3-making-'));
  try {
    for (const part of ['binding.gyp', 'package.json', 'lib', 'src', 'deps']) {
      await cp(join(PACKAGE, part), join(work, part), { recursive: true });
    }
    // The package asks for Node-API 10 in its binding.gyp; these flags take that back to what Electron 33 offers.
    const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';
    await demand('node-gyp', ['rebuild', '--release', '--force_build=1', ...headers()], {
      cwd: work,
      env: projectEnvironment({ CXXFLAGS: flags, MAKEFLAGS: '-j2' }),
    });
    const fresh = `${KEPT}.${process.pid}`;
    await mkdir(fresh, { recursive: true });
    await cp(join(work, 'build', 'Release', 'better_sqlite3.node'), join(fresh, 'better_sqlite3.node'));
    await writeFile(join(fresh, 'stamp'), stamp);
    await rm(KEPT, { recursive: true, force: true });
    await rename(fresh, KEPT);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Node's headers where the machine has them beside its own Node; else node-gyp fetches them itself. */
function headers(): string[] {
  const node = onPath('node', ['node_modules']);
  if (node === null) return [];
  const root = dirname(dirname(node));
  return existsSync(join(root, 'include', 'node', 'node_api.h')) ? [`--nodedir=${root}`] : [];
}

async function stampOf(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  return `${RECIPE} better-sqlite3@${version} ${process.platform}-${process.arch}`;
}

async function sameFile(one: string, other: string): Promise<boolean> {
  const digest = async (path: string): Promise<string> =>
    createHash('sha256')
      .update(await readFile(path).catch(() => ''))
      .digest('hex');
  return existsSync(other) && (await digest(one)) === (await digest(other));
}
