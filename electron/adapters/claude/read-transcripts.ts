import { setImmediate } from 'node:timers/promises';
import type { TranscriptPiece } from '#shared/ports/claude-files.ts';
import { TranscriptReading } from '#shared/sources/claude-code/transcript.ts';
import { linesOfFile } from './lines-of-file.ts';
import type { Marks, TranscriptFile } from './survey.ts';
import { readMarks, surveyTranscripts, writeMarks } from './survey.ts';

/** What can be sent to a worker. */
export interface ReadingWishes {
  readonly configDirs: readonly string[];
  readonly mark: string | null;
  readonly inactiveMs: number;
  readonly titles: boolean;
  readonly now: number;
  /** How much is read at once, in bytes: less where others wait for the thread. */
  readonly pieceBytes: number;
}

/** So many answers are handed over at once; a few hundred kilobytes. */
const MOST_ANSWERS = 4000;

/** Reads what is new in all transcripts, the oldest file first. A file that cannot be read holds up no other. */
export async function* readTranscripts(wishes: ReadingWishes): AsyncGenerator<TranscriptPiece> {
  const marks: Marks = readMarks(wishes.mark);
  const { files } = await surveyTranscripts(wishes.configDirs, marks, wishes.now);
  const there = new Set(files.map((file) => file.key));
  const reading = new TranscriptReading(wishes);
  let skipped = 0;
  let unreadable = 0;
  const piece = (): TranscriptPiece => {
    const news = reading.take();
    const told = { ...news, skipped: news.skipped + skipped, unreadable, mark: writeMarks(marks, there) };
    [skipped, unreadable] = [0, 0];
    return told;
  };
  for (const file of files.filter((one) => one.isNew)) {
    try {
      for await (const { lines, position, tooLong } of linesOfFile(file.path, file.from, wishes.pieceBytes)) {
        for (const { text, at } of lines)
          reading.add(text, { session: file.session, name: `${file.key}:${at}` });
        skipped += tooLong;
        // Not read to its end yet: whoever goes on from here finds more.
        marks.set(file.key, [file.inode, 0, position, file.mtimeMs]);
        if (reading.size >= MOST_ANSWERS) yield piece();
        else await setImmediate();
      }
      marks.set(file.key, [file.inode, file.size, positionOf(marks, file), file.mtimeMs]);
    } catch {
      unreadable += 1;
    }
  }
  yield piece();
}

const positionOf = (marks: Marks, file: TranscriptFile): number => {
  const [inode, , position] = marks.get(file.key) ?? [0, 0, 0, 0];
  return inode === file.inode ? position : file.from;
};
