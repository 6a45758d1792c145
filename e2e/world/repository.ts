// Real git repositories with real commits at told times.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const ME = 'max@example.com';

export interface TestRepository {
  readonly path: string;
  git(...args: string[]): string;
  /** Commits something. @param at ISO text with offset. */
  commit(at: string, subject: string): void;
}

/** Makes a repository whose commits are by `ME`; nothing of the machine's own git configuration matters. */
export function makeRepository(folder: string, name: string): TestRepository {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  const call = (env: Record<string, string>, args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd: path,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: join(folder, 'no-gitconfig'),
        GIT_CONFIG_NOSYSTEM: '1',
        ...env,
      },
    });
  const git = (...args: string[]): string => call({}, args);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Max Mustermann');
  git('config', 'user.email', ME);
  return {
    path,
    git,
    commit(at, subject) {
      appendFileSync(join(path, 'work.txt'), `${at} ${subject}\n`);
      git('add', 'work.txt');
      call({ GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at }, ['commit', '--quiet', '-m', subject]);
    },
  };
}

/** The commits of the documents' worked example, on one day, with no branch that names a ticket. */
export function workedExample(folder: string): TestRepository {
  const repository = makeRepository(folder, 'auction');
  for (const [clock, subject] of [
    ['09:15', 'TB-042: fix socket config'],
    ['09:45', 'TB-042: add test'],
    ['10:30', 'APP-019: update OAuth flow'],
    ['14:00', 'TB-042: fix regression'],
    ['15:30', 'TB-042: update docs'],
  ] as const) {
    repository.commit(`2026-02-10T${clock}:00+01:00`, subject);
  }
  return repository;
}
