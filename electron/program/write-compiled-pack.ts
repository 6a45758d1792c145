import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CompiledChunks, Contents } from './compiled-pack.ts';
import { LENGTH_BYTES, padded } from './compiled-pack.ts';

/**
 * Writes what `readPack` reads. It is whole and on the disk before it has its name: half a file of compiled code would
 * be worse than none.
 * @param chunksOf asked once there is a file to write into: where nothing can be written, making them is lost time.
 */
export async function writePack(place: string, chunksOf: () => CompiledChunks): Promise<void> {
  const making = `${place}.${process.pid}`;
  await mkdir(dirname(place), { recursive: true });
  try {
    const file = await open(making, 'w');
    try {
      await file.writeFile(bytesOf(chunksOf()));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(making, place);
  } finally {
    await rm(making, { force: true });
  }
}

function bytesOf(chunks: CompiledChunks): Buffer {
  const contents: Contents = [...chunks].map(([name, { source, code }]) => [
    name,
    source.length,
    code.byteLength,
  ]);
  const list = Buffer.from(JSON.stringify(contents));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(list.byteLength);
  const kept = [...chunks.values()];
  const sources = Buffer.from(kept.map(({ source }) => source).join(''), 'latin1');
  const fill = (bytes: Buffer): Buffer[] => [
    bytes,
    Buffer.alloc(padded(bytes.byteLength) - bytes.byteLength),
  ];
  const parts = [Buffer.concat([length, list, sources]), ...kept.map(({ code }) => code)];
  return Buffer.concat(parts.flatMap(fill));
}
