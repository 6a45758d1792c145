import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingWishes } from './adapters/claude/read-transcripts.ts';
import { readTranscripts } from './adapters/claude/read-transcripts.ts';

/** The thread in which many transcripts are read at once, so that a month of them never holds up the tray. */
const port = parentPort;
if (!port) throw new Error('claude-worker is started by the reader of transcripts, as a worker thread');
const pieces = readTranscripts(workerData as ReadingWishes);
// One piece for each time it is asked: nobody reads further ahead than is wanted.
port.on('message', () => {
  void pieces.next().then(({ value, done }) => {
    port.postMessage(done === true ? null : value);
    if (done === true) port.close();
  });
});
