import { Worker } from 'node:worker_threads';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import type { GitWork } from './git-work.ts';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './worker-messages.ts';
import { problemOf } from './worker-messages.ts';

/** A worker that has had nothing to do for so long is ended, to give its memory back. */
const IDLE_MS = 20_000;
/** A repository made to exhaust memory ends the worker, not the program. */
const MEMORY_MB = 768;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Calls into a worker thread, which is started by the first call, ended when idle and started anew after a crash. */
export class WorkerLink {
  readonly #file: URL;
  readonly #settings: WorkerSettings;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #last = 0;

  constructor(file: URL, settings: WorkerSettings) {
    this.#file = file;
    this.#settings = settings;
  }

  call<T>(verb: keyof GitWork, args: readonly unknown[]): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const worker = this.#start();
      const id = (this.#last += 1);
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      worker.ref();
      worker.postMessage({ id, verb, args } satisfies WorkerRequest);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#lose(null);
    await worker?.terminate();
  }

  #start(): Worker {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#file, {
      workerData: this.#settings,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      // Flags of the program (a loader, an inspector port) are not the worker's.
      execArgv: [],
    });
    worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    worker.on('error', (error) => this.#worker === worker && this.#lose(error));
    worker.on('exit', () => this.#worker === worker && this.#lose(null));
    this.#worker = worker;
    return worker;
  }

  #settle(reply: WorkerReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('problem' in reply) waiting?.reject(problemOf(reply.problem));
    else waiting?.resolve(reply.value);
    if (this.#waiting.size > 0) return;
    // A worker with nothing to do must not keep the program from ending.
    this.#worker?.unref();
    this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref();
  }

  #lose(cause: unknown): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) {
      reject(
        new Problem(
          'failed',
          said`Reading git stopped before it was done. What was read before is kept.`,
          said`It is tried again at the next scan; if it stays so, run \`stint doctor\`.`,
          cause ?? undefined,
        ),
      );
    }
  }
}
