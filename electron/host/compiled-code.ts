import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import type { Module } from 'node:module';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** What Node puts around a CommonJS file; on one line with its beginning, so that lines keep their numbers. */
const BEFORE = '(function (exports, require, module, __filename, __dirname) { ';
const AFTER = '\n})';

type Wrapped = (
  exports: unknown,
  require: NodeJS.Require,
  module: Module,
  filename: string,
  dirname: string,
) => void;

/** Keeps what the engine made of the program's files, so that the next start need not read them letter by letter. */
export interface CompiledCode {
  /** Writes down what was compiled in this start for the first time. Never fails it: without, the next start is as slow. */
  readonly keep: () => Promise<void>;
}

/**
 * From here on the chunks of the program are loaded with the code compiled for them, where there is some (decision 0026).
 * It lies beside the program and nowhere else: whoever could replace it could replace the program itself.
 * @param chunks the folder of the program's own `.cjs` files, whose names carry a hash of what is in them
 */
export function useCompiledCode(chunks: string): CompiledCode {
  const kept = join(chunks, '..', 'compiled', `${process.versions.v8}-${process.arch}`);
  const missing = new Map<string, Script>();
  const { extensions } = createRequire(import.meta.url);
  const asUsual = extensions['.js'];
  extensions['.cjs'] = (module: Module, filename: string) => {
    if (dirname(filename) !== chunks) {
      asUsual?.(module, filename);
      return;
    }
    const file = `${basename(filename)}.bin`;
    const source = BEFORE + readFileSync(filename, 'utf8') + AFTER;
    const cachedData = readIfThere(join(kept, file));
    const script = new Script(source, { filename, cachedData, columnOffset: -BEFORE.length });
    if (cachedData === undefined || script.cachedDataRejected === true) missing.set(file, script);
    const run = script.runInThisContext() as Wrapped;
    run.call(module.exports, module.exports, createRequire(filename), module, filename, chunks);
  };

  return {
    keep: async () => {
      const found = [...missing];
      missing.clear();
      // In an archive nothing can be written; what belongs there came with the package.
      if (found.length === 0 || /\.asar[\\/]/.test(chunks)) return;
      try {
        await write(
          kept,
          found.map(([file, script]) => [file, script.createCachedData()]),
        );
      } catch {
        // The next start reads the letters once more.
      }
    },
  };
}

/** The engine checks by itself whether compiled code is of its own version and making, and leaves it aside otherwise. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Each file is whole and on the disk before it has its name: half a file of compiled code would be worse than none. */
async function write(folder: string, files: readonly (readonly [string, Buffer])[]): Promise<void> {
  const making = `${folder}.${process.pid}`;
  try {
    await mkdir(making, { recursive: true });
    for (const [file, code] of files) await writeFile(join(making, file), code, { flush: true });
    await mkdir(folder, { recursive: true });
    for (const [file] of files) await rename(join(making, file), join(folder, file));
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
