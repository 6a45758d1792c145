// `npm run check`: format, lint, types, boundaries and dead code, in one word and side by side.
import { runChecks } from './checks.ts';

const results = await runChecks();
if (results.some((result) => !result.passed)) process.exitCode = 1;
