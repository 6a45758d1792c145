import { runCommand } from './run.ts';
import { standardStream } from './standard-stream.ts';

/** Runs a command in this process, with what it was given and where it stands. @returns the exit code of design §4. */
export function runHere(words: readonly string[]): Promise<number> {
  const out = standardStream(1);
  const err = standardStream(2);
  return runCommand(words, {
    out: out.write,
    err: err.write,
    env: process.env,
    cwd: process.cwd(),
    columns: out.columns,
    // Asked where something went wrong: what goes well needs no look at it.
    get errIsTerminal() {
      return err.isTerminal;
    },
    askSecret: async (prompt) => {
      const { askSecret } = await import('./ask-secret.ts');
      return askSecret(prompt, process.stdin, process.stderr);
    },
    confirm: async (question, yes) => {
      const { confirm } = await import('./confirm.ts');
      return confirm(question, process.stdin, process.stderr, yes);
    },
  });
}
