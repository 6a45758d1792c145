import { Problem } from '../values/problem.ts';
import { byText } from './memory-rows.ts';
import type { FileWriter } from './file-writer.ts';
import type { FileReader } from './world.ts';

/** Files as a test tells them: text by path, with `/` between folders. */
export interface MemoryFiles extends FileReader, FileWriter {
  readonly texts: Map<string, string>;
}

export function memoryFiles(): MemoryFiles {
  const texts = new Map<string, string>();
  const missing = (path: string): Problem =>
    new Problem('not-found', `There is no ${path}.`, 'Give a file or folder that is there.');
  return {
    texts,
    async list(path) {
      const folder = path.endsWith('/') ? path : `${path}/`;
      const found = [...texts.keys()].filter(
        (file) => file === path || (file.startsWith(folder) && !file.slice(folder.length).includes('/')),
      );
      if (found.length === 0) throw missing(path);
      return found.toSorted(byText).map((file) => ({ path: file, name: file.split('/').at(-1)! }));
    },
    async folders(path) {
      const folder = path.endsWith('/') ? path : `${path}/`;
      const names = [...texts.keys()]
        .filter((file) => file.startsWith(folder) && file.slice(folder.length).includes('/'))
        .map((file) => file.slice(folder.length).split('/')[0]!);
      return [...new Set(names)].toSorted(byText).map((name) => ({ path: `${folder}${name}`, name }));
    },
    async write(path, content) {
      texts.set(path, typeof content === 'string' ? content : String.fromCharCode(...content));
    },
    digest: async (path) => texts.get(path) ?? null,
    async read(path, limit) {
      const text = texts.get(path);
      if (text === undefined) throw missing(path);
      if (text.length > limit) throw new Problem('usage', `${path} is too large.`, 'Give a smaller file.');
      return text;
    },
  };
}
