import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';

/** A connection to one SQLite file. */
export type Db = Sqlite.Database;

/** The prebuilt binaries of better-sqlite3 13 are built against this version of Node-API. */
const PREBUILT_NODE_API = 10;

/** What better-sqlite3 hands to its own JavaScript: the native library, wherever it was found. */
let library: unknown = null;

/**
 * Opens a SQLite file.
 * @throws Problem `failed` when this Node cannot load SQLite: the prebuilt binary does not say so by itself, it ends
 * the process with SIGSEGV. SQLite's own errors come as they are; `problemOf` puts them into words.
 */
export function openSqlite(file: string, options: Sqlite.Options = {}): Db {
  library ??= loadLibrary();
  // It takes the library itself as well as a path to it; its types know the path only.
  return new Sqlite(file, { ...options, nativeBinding: library as string });
}

/**
 * The JavaScript of better-sqlite3 is part of our own bundle, where it is read in a fraction of the time its fifteen files
 * take. What finds the native library has to stay where the library lies, so it is asked there.
 */
function loadLibrary(): unknown {
  const load = createRequire(import.meta.url);
  // Looked for by hand, as Node would: its own way through the package's list of exports takes longer than the loading.
  const places = (load.resolve.paths('better-sqlite3') ?? []).map((place) => join(place, 'better-sqlite3'));
  const folder = places.find((place) => existsSync(place));
  if (folder === undefined) throw new Error('better-sqlite3 is not installed');
  requireUsableBinding(Number(process.versions['napi']), ownBuildExists(folder));
  const finder = load(join(folder, 'lib', 'binding.js')) as { readonly getBinding: () => unknown };
  return finder.getBinding();
}

/** @throws Problem `failed` when neither the prebuilt binary nor one built here can be loaded safely. */
export function requireUsableBinding(nodeApi: number, ownBuild: boolean): void {
  if (nodeApi >= PREBUILT_NODE_API || ownBuild) return;
  throw new Problem(
    'failed',
    said`Stint's database needs Node 22.14, Node 24 or newer; this is ${process.version} (Node-API ${nodeApi}). Your data was not touched.`,
    said`Start Stint with \`npx stint\`, which brings its own Node 24, or build the database binding for this Node: \`npm run e2e:setup\`.`,
  );
}

/** A binding compiled on this machine lies where better-sqlite3 looks first; it serves Node-API 9 too. */
function ownBuildExists(folder: string): boolean {
  return ['Release', 'Debug'].some((kind) => existsSync(join(folder, 'build', kind, 'better_sqlite3.node')));
}

/** The code of an error of SQLite or of the file system (`SQLITE_FULL`, `ENOSPC`), or an empty text. */
export const errorCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Is the file itself broken, and not only busy, full or out of reach? */
export const isDamage = (error: unknown): error is Error =>
  /^SQLITE_(CORRUPT|NOTADB)/.test(errorCodeOf(error));
