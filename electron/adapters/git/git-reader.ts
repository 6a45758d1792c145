import { existsSync } from 'node:fs';
import type { GitReader } from '#shared/ports/world.ts';
import { readMark } from '#shared/sources/git/scan-mark.ts';
import type { GitWork } from './git-work.ts';
import type { WorkerLink } from './worker-link.ts';

export interface GitReaderOptions {
  /** True: in a worker thread whose file lies beside this one; a URL: that file; false: in this thread. */
  readonly worker: boolean | URL;
  /** Git is stopped when reading one repository takes longer; two minutes unless told. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 120_000;
// Names in variables, so that the bundler leaves them alone.
const BUILT = './git-worker.cjs';
const SOURCE = '../../git-worker.ts';

/**
 * The git reader (port `GitReader`). Making one costs nothing: simple-git and the worker are loaded by the first
 * question that needs them, and `unchanged` never does (the CLI must answer in 250 ms, design §5).
 */
export function createGitReader(options: GitReaderOptions): GitReader & { close(): Promise<void> } {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  let work: Promise<GitWork> | null = null;
  let link: WorkerLink | null = null;
  const load = async (): Promise<GitWork> => {
    const file = workerFile(options.worker);
    if (!file) return (await import('./git-work.ts')).createGitWork(timeoutMs);
    const { WorkerLink } = await import('./worker-link.ts');
    const started = new WorkerLink(file, { timeoutMs });
    link = started;
    return {
      find: (path) => started.call('find', [path]),
      scan: (repository, emails, since) => started.call('scan', [repository, emails, since]),
      identity: (paths) => started.call('identity', [paths]),
    };
  };
  const working = (): Promise<GitWork> => (work ??= load());
  return {
    find: async (path) => (await working()).find(path),
    scan: async (repository, emails, since) => (await working()).scan(repository, emails, since),
    identity: async (paths) => (await working()).identity(paths),
    unchanged: async (repository) => {
      const mark = readMark(repository.mark);
      if (mark === null) return false;
      const { look } = await import('./look.ts');
      return mark.look === (await look(repository.commonDir));
    },
    close: async () => {
      await link?.close();
    },
  };
}

/** Where the worker is; null when the work is to be done in this thread. */
function workerFile(wanted: boolean | URL): URL | null {
  if (wanted instanceof URL) return wanted;
  if (!wanted) return null;
  const built = new URL(BUILT, import.meta.url);
  if (existsSync(built)) return built;
  // From source: a Node that reads TypeScript runs the source file, another one does the work in this thread.
  const source = new URL(SOURCE, import.meta.url);
  return process.features.typescript && existsSync(source) ? source : null;
}
