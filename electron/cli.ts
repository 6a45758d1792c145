import { runCommand } from './doors/cli/run.ts';

// The reader of a pipe may leave early (`stint week | head`): that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}

runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  cwd: process.cwd(),
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  errIsTerminal: process.stderr.isTTY,
  askSecret: async (prompt) => {
    const { askSecret } = await import('./doors/cli/ask-secret.ts');
    return askSecret(prompt, process.stdin, process.stderr);
  },
  confirm: async (question, yes) => {
    const { confirm } = await import('./doors/cli/confirm.ts');
    return confirm(question, process.stdin, process.stderr, yes);
  },
}).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    // What gets past the words for people is a bug: it ends loudly.
    setImmediate(() => {
      throw error;
    });
  },
);
