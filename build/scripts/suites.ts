// Runs the test runners and counts what they found, from their JSON reports.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectEnvironment, run } from './command.ts';
import { PROJECT } from './folders.ts';

export interface Tally {
  readonly suite: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const REPORTS = join(PROJECT, 'test-results');

/** Unit and integration tests. A file that cannot be loaded counts as one failure. */
export async function runVitest(): Promise<Tally> {
  const report = await freshReport('vitest.json');
  const { code } = await run(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { show: true },
  );
  return await tally('unit and integration tests', code, report, (found: VitestReport) => ({
    passed: found.numPassedTests,
    failed:
      found.numFailedTests +
      found.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
        .length,
    skipped: found.numPendingTests + (found.numTodoTests ?? 0),
  }));
}

/**
 * The journeys of the Playwright projects whose names begin so. A journey that passes only on a second try counts as
 * failed: none is retried.
 */
export async function runJourneys(project: 'headless' | 'electron'): Promise<Tally> {
  const report = await freshReport(`journeys-${project}.json`);
  const { code } = await run(
    'playwright',
    ['test', '-c', 'e2e/playwright.config.ts', `--project=${project}*`, '--reporter=list,json'],
    {
      show: true,
      env: projectEnvironment({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    },
  );
  const name = project === 'headless' ? 'headless journeys' : 'Electron journeys';
  return await tally(name, code, report, (found: PlaywrightReport) => ({
    passed: found.stats.expected,
    failed: found.stats.unexpected + found.stats.flaky + found.errors.length,
    skipped: found.stats.skipped,
  }));
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests?: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

async function freshReport(name: string): Promise<string> {
  await mkdir(REPORTS, { recursive: true });
  const path = join(REPORTS, name);
  await rm(path, { force: true });
  return path;
}

/** Counts a report. A runner that failed without a failure in its report (or without a report) counts as one. */
async function tally<Report>(
  suite: string,
  code: number,
  path: string,
  count: (report: Report) => Omit<Tally, 'suite'>,
): Promise<Tally> {
  try {
    const counted = count(JSON.parse(await readFile(path, 'utf8')) as Report);
    return { suite, ...counted, failed: code === 0 ? counted.failed : Math.max(1, counted.failed) };
  } catch {
    console.log(`${suite}: the runner ended (exit code ${code}) without a report.`);
    return { suite, passed: 0, failed: 1, skipped: 0 };
  }
}
