import { entryOperations } from '#shared/contract/entry-operations.ts';
import { addEntry, logWords, previewWords } from '#shared/services/add-entry.ts';
import { correctEntry, editEntry, mergeNow, removeEntry, splitNow } from '#shared/services/edit-entry.ts';
import { redoLast, undoLast } from '#shared/services/undo.ts';
import { evidenceRoom as evidence } from '../evidence-room.ts';
import { noun } from './noun.ts';

/** Adding and changing entries, and why they are what they are. */
export const operations = noun(entryOperations, (world) => ({
  log: (input) => logWords(world, input),
  preview: (input) => previewWords(world, input),
  add: (input) => addEntry(world, input),
  edit: (input) => editEntry(world, input),
  delete: (input) => removeEntry(world, input),
  split: (input) => splitNow(world, input),
  merge: (input) => mergeNow(world, input),
  correct: (input) => correctEntry(world, input),
  undo: () => undoLast(world),
  redo: () => redoLast(world),
  why: async (input) => (await evidence()).whyNow(world, input),
}));
