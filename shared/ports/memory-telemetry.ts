import type { TelemetryFiles } from './telemetry-files.ts';
import { fileNameOf } from './telemetry-files.ts';

/** Telemetry logs as a test tells them: text by `folder/name`, where the data folder is ''. */
export interface MemoryTelemetry extends TelemetryFiles {
  /** Who wants to be told that a log was written, by work tree; '' is the data folder. */
  readonly watchers: Map<string, () => void>;
  readonly texts: Map<string, string>;
  readonly refused: string[];
}

export function memoryTelemetry(): MemoryTelemetry {
  const texts = new Map<string, string>();
  const refused: string[] = [];
  const watchers: MemoryTelemetry['watchers'] = new Map();
  return {
    texts,
    refused,
    watchers,
    async watch(repository, changed) {
      const folder = repository ?? '';
      if (![...texts.keys()].some((path) => path.startsWith(`${folder}/`))) return null;
      watchers.set(folder, changed);
      return () => watchers.delete(folder);
    },
    found: async (repositories) =>
      repositories.filter((folder) => [...texts.keys()].some((path) => path.startsWith(`${folder}/`))),
    async read({ repository, user, since, marks }) {
      const folder = `${repository ?? ''}/`;
      const names = [...texts.keys()]
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length))
        .filter((name) => name.startsWith(`${fileNameOf(user)}-`) && name.slice(-16, -6) >= since)
        .toSorted();
      const files = names.flatMap((name) => {
        const text = texts.get(folder + name) ?? '';
        const known = marks[name];
        if (known?.size === text.length) return [];
        const from = known && text.slice(0, known.position).endsWith(known.tail) ? known.position : 0;
        const end = Math.max(text.lastIndexOf('\n') + 1, from);
        return [
          {
            name,
            anew: from === 0,
            lines: text.slice(from, end).split('\n').filter(Boolean),
            tooLong: 0,
            rest: text.slice(end),
            mark: { position: end, tail: text.slice(0, end).slice(-32), size: text.length, changedMs: 0 },
          },
        ];
      });
      return { files, refused, more: false };
    },
    async append(user, day, line) {
      const path = `/${fileNameOf(user)}-${day}.jsonl`;
      texts.set(path, `${texts.get(path) ?? ''}${line}\n`);
    },
  };
}
