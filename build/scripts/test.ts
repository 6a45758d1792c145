// `npm test`: check, unit and integration tests, headless journeys; with STINT_E2E=1 the Electron journeys too.
// Ends with one line, "N passed, N failed", summed over all suites.
import { runChecks } from './checks.ts';
import { run } from './command.ts';
import { buildIfStale } from './freshness.ts';
import { findBrowser } from './runtime/browser.ts';
import { electronExecutable } from './runtime/electron-of-package.ts';
import { runJourneys, runVitest, type Tally } from './suites.ts';

const tallies: Tally[] = [];
const withElectron = process.env['STINT_E2E'] === '1';

heading('check');
const checks = await runChecks();
tallies.push({
  suite: 'check',
  passed: checks.filter((check) => check.passed).length,
  failed: checks.filter((check) => !check.passed).length,
  skipped: 0,
});

heading('unit and integration tests');
tallies.push(await runVitest());

heading('headless journeys');
const built = await build();
if (built) {
  if (findBrowser() === null) {
    console.log(
      'No Chrome or Chromium was found on this machine: the journeys through the window are left out, those through REST and the command line run.',
    );
  }
  tallies.push(await runJourneys('headless'));
}

if (withElectron && built) {
  heading('Electron journeys');
  if (electronExecutable() === null) {
    console.log('There is no Electron to run. Run "npm run e2e:setup" first.');
    tallies.push({ suite: 'Electron journeys', passed: 0, failed: 1, skipped: 0 });
  } else {
    await packFolder();
    tallies.push(await runJourneys('electron'));
  }
} else if (!withElectron) {
  console.log('\nThe Electron journeys run with STINT_E2E=1, after "npm run e2e:setup".');
}

console.log('');
for (const { suite, passed, failed, skipped } of tallies) {
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${suite}: ${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
  );
}
const sum = (pick: (tally: Tally) => number): number =>
  tallies.reduce((total, tally) => total + pick(tally), 0);
const failed = sum((tally) => tally.failed);
console.log(`${sum((tally) => tally.passed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The journey through the packaged app needs the unpacked package, made from the sources as they are now. */
async function packFolder(): Promise<void> {
  const { code, output } = await run(process.execPath, ['build/run.mjs', 'pack', '--dir']);
  if (code === 0) return;
  console.log(`The app could not be packaged.\n${output}`);
  tallies.push({ suite: 'packaging', passed: 0, failed: 1, skipped: 0 });
}

async function build(): Promise<boolean> {
  try {
    await buildIfStale();
    return true;
  } catch (error) {
    console.log(`The program could not be built, so no journey can run.\n${String(error)}`);
    tallies.push({ suite: 'build', passed: 0, failed: 1, skipped: 0 });
    return false;
  }
}

function heading(text: string): void {
  console.log(`\n── ${text} ──`);
}
