import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Repository } from '#shared/evidence/commit.ts';
import type { GitScan } from '#shared/ports/world.ts';
import type { Id } from '#shared/values/ids.ts';
import { instant } from '#shared/values/instant.ts';
import { placeOf } from './repository-place.ts';
import { scanRepository } from './scan-repository.ts';

/** The person whose commits are looked for in tests. */
export const ANN = 'ann@example.org';
/** The day of the tests: 10 February 2026, 08:00 UTC, in epoch seconds. */
const DAY = 1_770_710_400;
/** Long after: what happened in a test is not fresh any more when a scan looks at it. */
const AFTERWARDS = Date.now() + 3_600_000;

/** Epoch milliseconds of a minute of the day of the tests. */
export const minute = (n: number): number => (DAY + n * 60) * 1000;

export interface SampleCommit {
  /** Author date in minutes of the day of the tests; the commit date as well unless given. */
  readonly at?: number;
  readonly committedAt?: number;
  readonly email?: string;
  /** A file and what to write into it; without, the commit is empty. */
  readonly file?: readonly [path: string, text: string];
  readonly options?: readonly string[];
}

/** A folder for real repositories, and git run in it with a configuration and a clock of its own. */
export class SampleFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'stint-git-')));
  /** The clock: minutes of the day of the tests. */
  at = 0;

  constructor() {
    // The code under test hands these on to git, so that no configuration of this machine is read.
    process.env['GIT_CONFIG_GLOBAL'] = this.write(
      'global.gitconfig',
      `[user]\n\tname = Ann\n\temail = ${ANN}\n[init]\n\tdefaultBranch = main\n[protocol "file"]\n\tallow = always\n`,
    );
    process.env['GIT_CONFIG_NOSYSTEM'] = '1';
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  write(path: string, text: string | Buffer): string {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** Runs git in a folder below this one. */
  git(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
    const date = `${DAY + this.at * 60} +0100`;
    return execFileSync('git', args, {
      cwd: join(this.path, folder),
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_EDITOR: 'true', ...env },
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  /** Makes an empty repository and returns its name. */
  init(name = 'app', ...options: string[]): string {
    mkdirSync(join(this.path, name), { recursive: true });
    this.git(name, ['init', '-q', ...options]);
    return name;
  }

  /** Commits and returns the hash. */
  commit(folder: string, subject: string, sample: SampleCommit = {}): string {
    this.at = sample.committedAt ?? sample.at ?? this.at;
    if (sample.file) {
      this.write(join(folder, sample.file[0]), sample.file[1]);
      this.git(folder, ['add', '-A']);
    }
    this.git(folder, ['commit', '-q', '--allow-empty', ...(sample.options ?? []), '-m', subject], {
      GIT_AUTHOR_DATE: `${DAY + (sample.at ?? this.at) * 60} +0100`,
      ...(sample.email === undefined ? {} : { GIT_AUTHOR_EMAIL: sample.email }),
    });
    return this.git(folder, ['rev-parse', 'HEAD']);
  }

  /** The repository as it is registered. */
  repository(name = 'app', mark: string | null = null): Repository {
    const path = join(this.path, name);
    return {
      id: 'r' as Id,
      path,
      name,
      commonDir: placeOf(path)?.commonDir ?? join(path, '.git'),
      addedAt: instant(0),
      lastScanAt: null,
      lastProblem: null,
      mark,
      coveredFrom: null,
    };
  }

  /** Reads the repository in this thread, for Ann, as of long after. */
  scan(
    name = 'app',
    { mark = null, emails = [ANN], since = minute(-1_000) }: SampleScan = {},
  ): Promise<GitScan> {
    const options = { timeoutMs: 20_000, now: () => AFTERWARDS };
    return scanRepository(this.repository(name, mark), emails, instant(since), options);
  }
}

export interface SampleScan {
  readonly mark?: string | null;
  readonly emails?: readonly string[];
  readonly since?: number;
}
