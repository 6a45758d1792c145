// `npm run e2e [-- --project=headless …]`: the journeys, with everything they need built first. Words after -- go to Playwright.
import { run } from './command.ts';
import { buildIfStale } from './freshness.ts';

await buildIfStale();
const { code } = await run(
  'playwright',
  ['test', '-c', 'e2e/playwright.config.ts', ...process.argv.slice(2)],
  { show: true },
);
process.exitCode = code;
