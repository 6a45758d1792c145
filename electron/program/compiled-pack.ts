import { readFileSync } from 'node:fs';

/** Compiled code by the name of its chunk. */
export type CompiledChunks = ReadonlyMap<string, Buffer>;

/** The engine copies what does not begin at a multiple of this. In bytes. */
const ALIGNED = 8;
export const padded = (length: number): number => Math.ceil(length / ALIGNED) * ALIGNED;

/** What a file begins with: how long the list is that follows, in bytes. */
export const LENGTH_BYTES = 8;

/** Of each chunk its name and how many bytes it has. */
export type Contents = readonly (readonly [name: string, length: number])[];

/**
 * Reads what was kept: one file for all chunks of a start, for opening sixty takes longer than reading them. Empty where
 * there is none, or where it is not one of ours. A chunk that is cut short is told to the engine as it is, which refuses it.
 */
export function readPack(place: string): CompiledChunks {
  const chunks = new Map<string, Buffer>();
  try {
    const pack = readFileSync(place);
    let at = LENGTH_BYTES + pack.readUInt32LE(0);
    const contents = JSON.parse(pack.toString('utf8', LENGTH_BYTES, at)) as Contents;
    for (const [name, length] of contents) {
      at = padded(at);
      chunks.set(name, pack.subarray(at, at + length));
      at += length;
    }
  } catch {
    chunks.clear();
  }
  return chunks;
}
