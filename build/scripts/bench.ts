// `npm run bench`: what Stint costs in time and memory, against its budgets.
import { run } from './command.ts';
import { buildIfStale } from './freshness.ts';

await buildIfStale();
const { code } = await run(process.execPath, ['e2e/bench/run.ts', ...process.argv.slice(2)], { show: true });
process.exitCode = code;
