import type { Module } from 'node:module';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** As much of Node's own module as a chunk sees of it. */
interface Chunk {
  exports: unknown;
}

/** A CommonJS file as Node makes a function of it. */
export type Wrapped = (
  exports: unknown,
  require: NodeJS.Require,
  module: Chunk,
  filename: string,
  dirname: string,
) => void;

/** Chunks of the program, as the build names them: by a hash of what is in them. */
const HASHED = /-[\w-]{8}\.cjs$/;

/**
 * From here on chunks are loaded by their names. Node finds a file by looking for it in every place it might be in, which
 * takes longer than running most chunks; ours lie in one folder. Whatever else is asked for, Node finds.
 * @param chunks the folder of the program's own `.cjs` files
 * @param functionOf makes the function of a chunk
 */
export function loadChunks(chunks: string, functionOf: (name: string, filename: string) => Wrapped): void {
  const loaded = new Map<string, Chunk>();
  const asNodeDoes = createRequire(join(chunks, 'chunk.cjs'));

  const find = (id: string): unknown => {
    const name = id.startsWith('./') ? id.slice(2) : '';
    if (!HASHED.test(name)) return asNodeDoes(id) as unknown;
    // Before we came, Node may have loaded it.
    const known = loaded.get(name) ?? asNodeDoes.cache[join(chunks, name)];
    if (known !== undefined) return known.exports;
    const chunk: Chunk = { exports: {} };
    run(name, chunk);
    return chunk.exports;
  };
  const load = Object.assign(find, asNodeDoes) as NodeJS.Require;

  const run = (name: string, chunk: Chunk): void => {
    const filename = join(chunks, name);
    const wrapped = functionOf(name, filename);
    // Known before it runs: two chunks may need each other.
    loaded.set(name, chunk);
    try {
      wrapped.call(chunk.exports, chunk.exports, load, chunk, filename, chunks);
    } catch (error) {
      loaded.delete(name);
      throw error;
    }
  };

  const { extensions } = asNodeDoes;
  const asUsual = extensions['.js'];
  extensions['.cjs'] = (module: Module, filename: string) => {
    const name = basename(filename);
    if (dirname(filename) !== chunks || !HASHED.test(name)) {
      asUsual?.(module, filename);
      return;
    }
    const known = loaded.get(name);
    if (known === undefined) run(name, module);
    else module.exports = known.exports;
  };
}
