import type { Settings } from '../settings/catalogue.ts';
import type { Layer, Layers } from '../settings/layers.ts';
import { layered, NO_LAYERS } from '../settings/layers.ts';
import type { SettingsStore } from './settings-store.ts';

/** Files that speak of settings: `.tract/config.yaml` of a repository, or (null) the person's own defaults. */
export interface ConfigFiles {
  /** Where the file is, or would be. */
  pathOf(repository: string | null): string;
  /** Changes whenever the file does; null: there is none. Never throws, costs a stat call. */
  stamp(repository: string | null): Promise<string | null>;
  /** Its text; or why it is not read, in words; or neither: it is gone. Never throws. */
  read(repository: string | null): Promise<{ readonly text: string | null; readonly refused: string | null }>;
}

/** What files of repositories and of the person say over the settings of the app (document 4 §7). */
export interface Configuration {
  /**
   * Looks whether files changed, and reads those that did. Settings answer by what was found last, so whoever carries
   * out an operation looks first: a stat call for each registered repository. Never throws.
   */
  refresh(): Promise<void>;
  /** As they were found last. */
  layers(): Layers;
  /** The settings without what files say over them. */
  app(): Settings;
  /** Where the person's own file is, or would be. */
  readonly ownFile: string;
}

interface Needs {
  readonly app: SettingsStore;
  readonly files: ConfigFiles;
  readonly repositories: () => Promise<readonly { readonly path: string }[]>;
  /** Called when files say something else than before. */
  readonly changed?: () => void;
}

interface Known {
  readonly stamp: string;
  readonly layer: Layer;
}

/** Lays what files say over the settings of the app; writing goes to the app's. */
export function followConfiguration({ app, files, repositories, changed }: Needs): {
  readonly settings: SettingsStore;
  readonly configuration: Configuration;
} {
  const known = new Map<string | null, Known>();
  let layers = NO_LAYERS;
  let last: { readonly app: Settings; readonly layers: Layers; readonly settings: Settings } | null = null;
  let running: Promise<void> | null = null;

  const look = async (repository: string | null): Promise<Layer | null> => {
    const stamp = await files.stamp(repository);
    if (stamp === null) {
      known.delete(repository);
      return null;
    }
    const before = known.get(repository);
    if (before?.stamp === stamp) return before.layer;
    const layer = await readLayer(files, repository);
    if (layer === null) return null;
    known.set(repository, { stamp, layer });
    return layer;
  };
  const lookAtAll = async (): Promise<void> => {
    const paths = (await repositories()).map(({ path }) => path);
    const [own, ...found] = await Promise.all([null, ...paths].map(look));
    const of = found.filter((one) => one !== null);
    for (const path of known.keys()) if (path !== null && !paths.includes(path)) known.delete(path);
    const isSame =
      layers.own === (own ?? null) &&
      layers.repositories.length === of.length &&
      of.every((one, index) => one === layers.repositories[index]);
    if (isSame) return;
    layers = { own: own ?? null, repositories: of };
    changed?.();
  };
  return {
    settings: {
      get() {
        const now = app.get();
        if (last?.app !== now || last.layers !== layers)
          last = { app: now, layers, settings: layered(now, layers) };
        return last.settings;
      },
      set: (key, value) => app.set(key, value),
      notices: () => app.notices(),
    },
    configuration: {
      refresh() {
        // What was found before stays when the database is being closed.
        running ??= lookAtAll()
          .catch(() => undefined)
          .finally(() => (running = null));
        return running;
      },
      layers: () => layers,
      app: () => app.get(),
      ownFile: files.pathOf(null),
    },
  };
}

/** Most people have no such file: the reader of YAML is loaded with the first that is found. */
async function readLayer(files: ConfigFiles, repository: string | null): Promise<Layer | null> {
  const file = files.pathOf(repository);
  const { text, refused } = await files.read(repository);
  if (refused !== null)
    return {
      file,
      repository,
      prefix: null,
      values: {},
      problems: [{ file, line: 1, column: 1, kind: 'refused', key: null, message: refused }],
    };
  if (text === null) return null;
  const { readTempoFile } = await import('../formats/tempo/tempo-file.ts');
  return readTempoFile(text, { file, repository });
}
