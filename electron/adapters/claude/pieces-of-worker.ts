import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TranscriptPiece } from '#shared/ports/claude-files.ts';
import type { Stop } from '#shared/values/stop.ts';
import type { ReadingWishes } from './read-transcripts.ts';

/** A transcript made to exhaust memory ends the worker, not the program. */
const MEMORY_MB = 512;

/** Reads in a worker; ended with the last piece, when nobody wants more, or when it is called off. @throws when the worker dies. */
export async function* piecesOfWorker(
  file: URL,
  wishes: ReadingWishes,
  stop: Stop,
): AsyncGenerator<TranscriptPiece> {
  const worker = new Worker(file, {
    workerData: wishes,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    execArgv: [],
  });
  const died = once(worker, 'exit').then(() => null);
  // It may die while nobody asks: the next question hears of it.
  died.catch(() => undefined);
  const forget = stop.whenAsked(() => void worker.terminate());
  try {
    // One piece ahead: the next is read while this one is kept.
    let next = ask(worker);
    for (;;) {
      const answer = await Promise.race([next, died]);
      const piece = answer?.[0] ?? null;
      if (piece === null) return;
      next = ask(worker);
      yield piece;
    }
  } finally {
    forget();
    await worker.terminate();
  }
}

function ask(worker: Worker): Promise<[TranscriptPiece | null]> {
  const answered = once(worker, 'message') as Promise<[TranscriptPiece | null]>;
  // Whoever stops half way does not wait for it.
  answered.catch(() => undefined);
  worker.postMessage('next');
  return answered;
}
