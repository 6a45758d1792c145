import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { Wrapped } from './chunk-loader.ts';
import { loadChunks } from './chunk-loader.ts';
import type { CompiledChunks } from './compiled-pack.ts';
import { readPack } from './compiled-pack.ts';

/** What Node puts around a CommonJS file; on one line with its beginning, so that lines keep their numbers. */
const BEFORE = '(function (exports, require, module, __filename, __dirname) { ';
const AFTER = '\n})';

/** Keeps what the engine made of the program's files, so that the next start need not read them letter by letter. */
export interface CompiledCode {
  /**
   * Writes down what was compiled in this start where some of it was compiled for the first time: with every function
   * that has run by now. Never fails: without, the next start is as slow.
   */
  readonly keep: () => Promise<void>;
}

/**
 * From here on the chunks of the program are loaded with the code compiled for them, and with the letters it was made of,
 * where they are kept (decisions 0026 and 0027). They lie beside the program and nowhere else: whoever could replace them
 * could replace the program itself. Only files take part whose names change with what is in them.
 * @param chunks the folder of the program's own `.cjs` files
 * @param kind what is being started, in letters: each kind runs functions of its own, and keeps the code of those
 */
export function useCompiledCode(chunks: string, kind: string): CompiledCode {
  const place = join(chunks, '..', 'compiled', `${process.versions.v8}-${process.arch}-${kind}.bin`);
  const before = readPack(place);
  const loaded = new Map<string, { readonly source: string; readonly script: Script }>();
  let isNews = false;
  loadChunks(chunks, (name, filename) => {
    const known = before.get(name);
    const source = known?.source || BEFORE + readFileSync(filename, 'utf8') + AFTER;
    const cachedData = known?.code;
    const script = new Script(source, { filename, cachedData, columnOffset: -BEFORE.length });
    // The engine checks by itself whether compiled code is of its own version and making.
    isNews ||= cachedData === undefined || script.cachedDataRejected === true;
    loaded.set(name, { source, script });
    return script.runInThisContext() as Wrapped;
  });

  const all = (): CompiledChunks => {
    const chunksByName = new Map([...before].filter(([name]) => existsSync(join(chunks, name))));
    for (const [name, { source, script }] of loaded)
      chunksByName.set(name, { source: asciiOf(source), code: script.createCachedData() });
    return chunksByName;
  };
  return {
    keep: async () => {
      // In an archive nothing can be written; what belongs there came with the package.
      if (!isNews || /\.asar[\\/]/.test(chunks)) return;
      isNews = false;
      try {
        // Loaded here: most starts find everything there.
        const { writePack } = await import('./write-compiled-pack.ts');
        await writePack(place, all);
      } catch {
        // The next start reads the letters once more.
      }
    },
  };
}

/** The text, or nothing where a letter needs more than one byte. */
const asciiOf = (text: string): string => (Buffer.byteLength(text) === text.length ? text : '');
