// What a package says of itself, read from where it is already written down.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../folders.ts';

export interface Product {
  readonly version: string;
  readonly summary: string;
  readonly maker: string;
}

/** Name, version and maker, from package.json. */
export async function readProduct(): Promise<Product> {
  const card = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as {
    version: string;
    description: string;
    author: string;
  };
  return { version: card.version, summary: card.description, maker: card.author };
}
