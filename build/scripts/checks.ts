// The checks themselves. Each is a program of its own; they run side by side, the slow ones first.
import { availableParallelism } from 'node:os';
import { run } from './command.ts';

interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** What a person does about it. */
  readonly remedy: string;
}

export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
}

const CHECKS: readonly Check[] = [
  {
    name: 'typed lint',
    command: ['oxlint', '--type-aware'],
    remedy: 'Each message says what the types forbid: a promise nobody waits for, an any that spreads.',
  },
  {
    name: 'lint',
    command: ['eslint', '.', '--max-warnings', '0'],
    remedy: 'Each message names what to use instead; "npx eslint . --fix" mends the simple ones.',
  },
  {
    name: 'types',
    command: ['tsc', '-b'],
    remedy: 'Mend the types; shared/ deliberately knows no Node and no DOM.',
  },
  {
    name: 'format',
    command: ['prettier', '--check', '--log-level', 'warn', '.'],
    remedy: 'Run "npx prettier --write ." and look at the difference.',
  },
  {
    name: 'boundaries',
    command: [
      'depcruise',
      '--config',
      'build/boundaries.cjs',
      'shared',
      'electron',
      'renderer',
      'e2e',
      'build',
    ],
    remedy: 'build/boundaries.cjs says with each rule where the thing belongs.',
  },
  {
    name: 'sentences',
    command: ['node', 'build/scripts/sentences.ts'],
    remedy:
      'Mark what people read with said`…` (shared/values/said.ts), and tell it in German in shared/values/german.',
  },
  {
    name: 'dead code',
    command: ['knip', '--no-progress', '--no-config-hints'],
    remedy: 'Delete what nothing uses, or take the "export" away.',
  },
];

/** Runs every check, prints one line for each and the words of those that failed, and gives the results. */
export async function runChecks(): Promise<CheckResult[]> {
  const waiting = [...CHECKS];
  const results: CheckResult[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      results.push(await runOne(check));
  };
  await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, work));
  return results;
}

async function runOne({ name, command: [program, ...args], remedy }: Check): Promise<CheckResult> {
  const started = performance.now();
  const { code, output } = await run(program, args);
  const seconds = (performance.now() - started) / 1000;
  const passed = code === 0;
  console.log(`${passed ? '✓' : '✗'} ${name.padEnd(12)}${seconds.toFixed(1).padStart(5)} s`);
  if (!passed) console.log(`${output.trimEnd()}\n→ ${remedy}\n`);
  return { name, passed, seconds };
}
