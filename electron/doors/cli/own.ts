import { isAbsolute, resolve } from 'node:path';
import { paperOf } from './paper.ts';
import type { OwnCall } from './own-call.ts';

/** Carries out the commands of `own-commands.ts`; @returns the exit code. */
const RUN: Readonly<Record<string, (call: OwnCall) => Promise<number>>> = {
  async serve({ home, input, terminal }) {
    const { serve } = await import('../../headless.ts');
    const port = input['port'];
    return serve({
      home: input['demo'] === true ? null : home,
      port: typeof port === 'number' ? port : null,
      announce: (line) => terminal.out(`${line}\n`),
    });
  },

  async demo({ input, json, terminal }) {
    const { serve } = await import('../../headless.ts');
    const port = input['port'];
    return serve({
      home: null,
      port: typeof port === 'number' ? port : 0,
      announce: (line) => terminal.out(json ? `${line}\n` : demoWords(line)),
    });
  },

  async ask(call) {
    return (await import('./ask-words.ts')).askWords(call);
  },

  async mcp({ home, terminal }) {
    return (await import('../mcp/stdio.ts')).speakOnStdio(home, terminal.cwd);
  },

  async completion(call) {
    return (await import('./completion/completion.ts')).complete(call);
  },

  // Usually a program of its own does it (electron/hook.ts), which is back before this one is loaded.
  async 'hook claude'({ home, terminal }) {
    const { noteHook } = await import('../hook/note-hook.ts');
    await noteHook(['--home', home], terminal.env, process.stdin, Date.now());
    return 0;
  },

  async 'hook install'(call) {
    return (await import('./hook-commands.ts')).installHook(call);
  },
  async 'hook uninstall'(call) {
    return (await import('./hook-commands.ts')).uninstallHook(call);
  },
  async 'hook status'(call) {
    return (await import('./hook-commands.ts')).hookStatus(call);
  },

  // A program of its own as well (electron/statusline.ts).
  async statusline({ home, input, terminal }) {
    const { showLine } = await import('../statusline/show-line.ts');
    const wrap = input['wrap'];
    const words = ['--home', home, ...(typeof wrap === 'string' ? ['--wrap', wrap] : [])];
    await showLine(words, terminal.env, process.stdin, Date.now(), terminal.out);
    return 0;
  },

  async 'backup restore'({ home, input, json, terminal }) {
    const given = String(input['file']);
    const [{ restoreBackup }, { createSystemClock }] = await Promise.all([
      import('../../storage/restore-backup.ts'),
      import('../../adapters/system-clock.ts'),
    ]);
    // A bare name is one of the list; anything else is a path as the person sees it.
    const file = isAbsolute(given) || !/[\\/]/.test(given) ? given : resolve(terminal.cwd, given);
    const restored = restoreBackup(home, file, createSystemClock().now());
    const paper = paperOf({ colour: false, width: Infinity });
    const old =
      restored.replaced === null
        ? ''
        : `\n  The database that was there is kept as ${paper.paint('plain', restored.replaced)}.`;
    terminal.out(
      json
        ? `${JSON.stringify(restored)}\n`
        : `✓ Restored from ${paper.paint('plain', restored.from)}.${old}\n`,
    );
    return 0;
  },
};

/** What somebody who wants to look around is told; `line` is what `stint serve` prints. */
function demoWords(line: string): string {
  const { open } = JSON.parse(line) as { open: string };
  return `Stint with made-up data. Open this in a browser; Ctrl+C ends it, and nothing is kept:\n  ${open}\n`;
}

/** Runs one of the CLI's own commands. */
export function runOwn(words: string, call: OwnCall): Promise<number> {
  const run = RUN[words];
  if (run === undefined) throw new Error(`nothing carries out \`stint ${words}\``);
  return run(call);
}
