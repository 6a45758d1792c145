import { readFileSync } from 'node:fs';

/** What is kept of a chunk. */
export interface CompiledChunk {
  /** Its letters as the engine got them; empty where some are beyond ASCII, and have to be read from the chunk. */
  readonly source: string;
  /** What the engine made of them. */
  readonly code: Buffer;
}

/** Kept chunks by their names. */
export type CompiledChunks = ReadonlyMap<string, CompiledChunk>;

/** The engine copies code that does not begin at a multiple of this. In bytes. */
const ALIGNED = 8;
export const padded = (length: number): number => Math.ceil(length / ALIGNED) * ALIGNED;

/** What a file begins with: how long the list is that follows, in bytes. */
export const LENGTH_BYTES = 8;

/** Of each chunk its name, how many letters its source has, and how many bytes its code. */
export type Contents = readonly (readonly [name: string, source: number, code: number])[];

/**
 * Reads what was kept: one file for all chunks of a start, for opening sixty takes longer than reading them. Empty where
 * there is none, or where it is not one of ours, or not whole.
 */
export function readPack(place: string): CompiledChunks {
  const chunks = new Map<string, CompiledChunk>();
  try {
    const pack = readFileSync(place);
    let code = LENGTH_BYTES + pack.readUInt32LE(0);
    const contents = JSON.parse(pack.toString('utf8', LENGTH_BYTES, code)) as Contents;
    const letters = contents.reduce((sum, [, length]) => sum + length, 0);
    // All of them as one text: parts of it are had without a copy, and a long one is not carried about by the engine.
    const sources = pack.toString('latin1', code, code + letters);
    code += letters;
    let source = 0;
    for (const [name, sourceLength, codeLength] of contents) {
      code = padded(code);
      chunks.set(name, {
        source: sources.slice(source, source + sourceLength),
        code: pack.subarray(code, code + codeLength),
      });
      source += sourceLength;
      code += codeLength;
    }
    if (padded(code) !== pack.byteLength) chunks.clear();
  } catch {
    chunks.clear();
  }
  return chunks;
}
