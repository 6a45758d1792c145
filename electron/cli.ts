import { useCompiledCode } from './program/compiled-code.ts';

/** The command line. The rest of it is loaded with the code that the last such command left compiled (decision 0027). */
async function start(words: readonly string[]): Promise<void> {
  const [first = ''] = words;
  const compiled = useCompiledCode(import.meta.dirname, /^[a-z]{1,20}$/.test(first) ? first : 'stint');
  const { runHere } = await import('./doors/cli/run-here.ts');
  process.exitCode = await runHere(words);
  // What was not understood is no command, and may be anything.
  if (process.exitCode === 0) await compiled.keep();
}

start(process.argv.slice(2)).catch((error: unknown) => {
  // What gets past the words for people is a bug: it ends loudly.
  setImmediate(() => {
    throw error;
  });
});
