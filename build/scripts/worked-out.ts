import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

/** A module whose exports are only data, and which takes longer to work out than to read. What is long in it is text. */
interface WorkedOut {
  /** Absolute path of the module. */
  readonly file: string;
  readonly name: string;
}

/**
 * Puts the value of an exported constant in place of the module that works it out. A process of its own does it, so
 * that a build that watches sees the module as it is now.
 */
export function workedOut({ file, name }: WorkedOut): Plugin {
  return {
    name: `stint:worked-out:${name}`,
    apply: 'build',
    load: {
      filter: { id: file },
      async handler() {
        const program = `import(${JSON.stringify(pathToFileURL(file).href)}).then((made) => process.stdout.write(JSON.stringify(made[${JSON.stringify(name)}])))`;
        const { stdout } = await promisify(execFile)(process.execPath, ['--eval', program], {
          maxBuffer: 64 * 1024 * 1024,
        });
        return `export const ${name} = ${stdout};`;
      },
    },
  };
}
