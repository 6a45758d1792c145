import { parentPort, workerData } from 'node:worker_threads';
import { createGitWork } from './adapters/git/git-work.ts';
import type { WorkerRequest, WorkerSettings } from './adapters/git/worker-messages.ts';
import { answer } from './adapters/git/worker-messages.ts';

/** The thread in which repositories are read, so that a long log never holds up the tray. */
const port = parentPort;
if (!port) throw new Error('git-worker is started by the git reader, as a worker thread');
const work = createGitWork((workerData as WorkerSettings).timeoutMs);
port.on('message', (request: WorkerRequest) => {
  void answer(work, request).then((reply) => port.postMessage(reply));
});
