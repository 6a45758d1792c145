import { availableParallelism } from 'node:os';
import type { Repository } from '#shared/evidence/commit.ts';
import type { GitScan } from '#shared/ports/world.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { FoundRepository } from './find-repositories.ts';
import { findRepositories } from './find-repositories.ts';
import type { Identity } from './read-identity.ts';
import { readIdentity } from './read-identity.ts';
import { scanRepository } from './scan-repository.ts';

/** The part of `GitReader` that takes its time; the same whether it runs in a worker or in process. */
export interface GitWork {
  find(path: string): Promise<readonly FoundRepository[]>;
  scan(repository: Repository, emails: readonly string[], since: Instant): Promise<GitScan>;
  identity(paths: readonly string[]): Promise<Identity>;
}

/** @param timeoutMs how long git may read one repository. */
export function createGitWork(timeoutMs: number): GitWork {
  const inTurn = queue(Math.max(2, Math.min(4, availableParallelism())));
  return {
    find: findRepositories,
    scan: (repository, emails, since) =>
      inTurn(() => scanRepository(repository, emails, since, { timeoutMs, now: () => Date.now() })),
    identity: readIdentity,
  };
}

/** Runs at most so many pieces of work at a time: a workspace of fifty repositories is not fifty processes. */
function queue(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
