// Knows whether dist/ was made from the sources as they are now, and makes it anew when not.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE, DIST, PROJECT } from './folders.ts';

const SOURCES = ['shared', 'electron', 'renderer', 'vite.config.ts', 'package.json', 'package-lock.json'];
const STAMP = 'made-from';
/** As deep as dist/, so that source maps point to the same places. */
const MAKING = join(PROJECT, 'dist-making');
const OLD = join(CACHE, 'dist-old');
const LOCK = join(CACHE, 'building');
/** A build takes seconds; a lock older than this was left by one that was killed. */
const LOCK_LIFE_MS = 60_000;

/** Builds when a source is newer than dist/ or dist/ is missing. True when it did build. */
export async function buildIfStale(): Promise<boolean> {
  return await oneAtATime(async () => {
    const wanted = await stampOfSources();
    if ((await readFile(join(DIST, STAMP), 'utf8').catch(() => '')) === wanted) return false;
    await build(wanted);
    return true;
  });
}

/** Builds in any case. */
export async function buildNow(): Promise<void> {
  await oneAtATime(async () => build(await stampOfSources()));
}

async function build(stamp: string): Promise<void> {
  await rm(MAKING, { recursive: true, force: true });
  process.env['NODE_ENV'] = 'production';
  process.env['STINT_BUILD_INTO'] = MAKING;
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({ configFile: join(PROJECT, 'vite.config.ts'), logLevel: 'warn' });
  try {
    await builder.buildApp();
    await writeFile(join(MAKING, STAMP), stamp);
    await rm(OLD, { recursive: true, force: true });
    await rename(DIST, OLD).catch(() => undefined);
    await rename(MAKING, DIST);
  } finally {
    await rm(MAKING, { recursive: true, force: true });
    await rm(OLD, { recursive: true, force: true });
  }
}

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) await addTo(hash, join(PROJECT, source));
  return hash.digest('hex');
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const found = await stat(path);
  if (!found.isDirectory()) {
    hash.update(`${path}:${found.size}:${found.mtimeMs}\n`);
    return;
  }
  for (const name of (await readdir(path)).sort()) {
    if (!/\.test\.tsx?$/.test(name)) await addTo(hash, join(path, name));
  }
}

/** Two builds at once would empty each other's folder: the second waits for the first. */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(CACHE, { recursive: true });
  while (!(await takeLock())) await new Promise((again) => setTimeout(again, 200));
  try {
    return await work();
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
}

async function takeLock(): Promise<boolean> {
  try {
    await mkdir(LOCK);
    return true;
  } catch {
    const held = await stat(LOCK).catch(() => null);
    if (held !== null && Date.now() - held.mtimeMs > LOCK_LIFE_MS)
      await rm(LOCK, { recursive: true, force: true });
    return false;
  }
}
