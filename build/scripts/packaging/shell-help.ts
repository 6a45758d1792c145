// What a shell knows of `stint` once it is installed: the manual page and the completions, as the built program writes them.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { demand } from '../command.ts';
import { DIST } from '../folders.ts';

/** Below this folder they lie as below /usr/share; build/linux/after-install.sh links them there. */
export const SHELL_HELP = join(DIST, 'share');

const PAGES: readonly (readonly [file: string, words: readonly string[]])[] = [
  ['man/man1/stint.1.gz', ['help', '--man']],
  ['bash-completion/completions/stint', ['completion', 'bash']],
  ['zsh/vendor-completions/_stint', ['completion', 'zsh']],
  ['fish/vendor_completions.d/stint.fish', ['completion', 'fish']],
];

/** Writes them into dist/share, from the program in dist/. */
export async function writeShellHelp(): Promise<void> {
  await rm(SHELL_HELP, { recursive: true, force: true });
  for (const [file, words] of PAGES) {
    const text = `${await demand(process.execPath, [join(DIST, 'node', 'cli.cjs'), ...words])}\n`;
    const path = join(SHELL_HELP, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
  }
}
