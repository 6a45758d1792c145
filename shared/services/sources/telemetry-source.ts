import type { ToolMark } from '../../evidence/tool-mark.ts';
import type { FileMark } from '../../ports/telemetry-files.ts';
import type { World } from '../../ports/world.ts';
import { readsTelemetry } from '../../settings/layers.ts';
import type { Id } from '../../values/ids.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { addDays, dayInterval, dayOf } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Person } from '../person.ts';
import type { Reading, SourceReader } from './source-reader.ts';

/** The log in the data folder; those of repositories are `telemetry:<repository>`. */
export const OWN_TELEMETRY = 'telemetry:own';
/** The source of a registered repository's log, by its id. */
export const telemetryKey = (repository: Id): string => `telemetry:${repository}`;

/** How far a place was read, and how many lines of each of its files told nothing. */
interface Mark {
  readonly files: Readonly<Record<string, FileMark & { readonly skipped: number }>>;
}

/** Telemetry logs (document 4 §2.3) of all registered repositories and of the data folder. */
export const telemetryReader: SourceReader = {
  kind: 'telemetry',
  way: 'local',
  async list(world) {
    const [repositories, states] = await Promise.all([
      world.stores.repositories.list(),
      world.stores.sources.list(),
    ]);
    const found = await world.telemetry.found(repositories.map((repository) => repository.path));
    const markOf = (key: string): string | null => states.find((state) => state.key === key)?.mark ?? null;
    const places = [
      { key: OWN_TELEMETRY, name: said`Telemetry log`, path: null },
      ...repositories
        .filter(({ path }) => found.includes(path))
        .map(({ id, name, path }) => ({ key: telemetryKey(id), name: said`Telemetry log of ${name}`, path })),
    ];
    return places.map(({ key, name, path }) => ({
      key,
      name,
      off: offWords(world, path),
      detail: skippedWords(readMark(markOf(key))),
    }));
  },
  read: readPlace,
  async today(world, person, key) {
    const project = await projectOf(world, key);
    const marks = await world.stores.tools.marks(person.user, dayInterval(person.today, person.zone));
    const own = marks.filter((mark) => mark.project === project).length;
    return own === 0 ? null : own === 1 ? said`1 line` : said`${own} lines`;
  },
};

/** A repository may say of its own log that it is read, or not (document 4 §7). */
function offWords({ configuration, settings }: World, repository: string | null): string | null {
  const isRead =
    repository === null
      ? settings.get()['editor.telemetry']
      : readsTelemetry(configuration.app(), configuration.layers(), repository);
  if (isRead) return null;
  const own = configuration.layers().repositories.find((one) => one.repository === repository);
  return own?.values['editor.telemetry'] === undefined
    ? said`Switched off (editor.telemetry).`
    : said`Switched off by its .tract/config.yaml (telemetry.enabled).`;
}

async function readPlace(
  world: World,
  person: Person,
  key: string,
  since: number,
  reading: Reading,
): Promise<LocalDay[]> {
  const { readTelemetryLine } = await import('../../sources/telemetry/read-line.ts');
  const repository =
    (await world.stores.repositories.list()).find(({ id }) => telemetryKey(id) === key) ?? null;
  if (repository === null && key !== OWN_TELEMETRY) return [];
  const days = new Set<LocalDay>();
  let mark = readMark(reading.mark);
  for (let more = true; more && !reading.stop.asked;) {
    const news = await world.telemetry.read({
      repository: repository?.path ?? null,
      user: person.user,
      // The day a line is in may be another one than its file's: the tool's own zone.
      since: dayOf((since - 86_400_000) as typeof person.now, person.zone),
      marks: mark.files,
    });
    const oldest = addDays(person.today, -KEPT_DAYS);
    const files: Record<string, Mark['files'][string]> = Object.fromEntries(
      Object.entries(mark.files).filter(([name]) => dayOfFile(name) >= oldest),
    );
    const marks: ToolMark[] = [];
    for (const file of news.files) {
      const told = file.lines.map((line) => readTelemetryLine(line, person.now));
      // A tool may leave out the end of the last line. While it is half a line it is no trouble: it is being written.
      const last = readTelemetryLine(file.rest, person.now);
      const good = [...told, last].filter((one) => one !== null);
      marks.push(...good.map((one) => ({ ...one, user: person.user, project: repository?.name ?? null })));
      const before = file.anew ? 0 : (mark.files[file.name]?.skipped ?? 0);
      const skipped = before + told.filter((one) => one === null).length + file.tooLong;
      files[file.name] = { ...file.mark, skipped };
    }
    if (news.files.length > 0) {
      const added = await world.stores.tools.addMarks(marks);
      if (added > 0) for (const { at } of marks) days.add(dayOf(at, person.zone));
      mark = { files };
      await reading.keep(JSON.stringify(mark));
    }
    more = news.more;
    const [refused] = news.refused;
    // What is new is told first; what is wrong stays wrong and is told by the next reading.
    if (!more && refused !== undefined && days.size === 0)
      throw new Problem('refused', refused, said`What could be read was read; see to that file.`);
  }
  return [...days];
}

/** A log of long ago is read again when somebody looks at that day: reading twice changes nothing. */
const KEPT_DAYS = 90;
/** `max-2026-02-10.jsonl` → `2026-02-10`. */
const dayOfFile = (name: string): string => name.slice(-16, -6);

async function projectOf(world: World, key: string): Promise<string | null> {
  if (key === OWN_TELEMETRY) return null;
  return (await world.stores.repositories.list()).find(({ id }) => telemetryKey(id) === key)?.name ?? null;
}

/** What the Sources page says beside "it is read": null while every line was one. */
function skippedWords(mark: Mark): string | null {
  const skipped = Object.values(mark.files).reduce((sum, file) => sum + file.skipped, 0);
  if (skipped === 0) return null;
  return said`Read whenever a day is looked at; ${skipped === 1 ? said`1 line told` : said`${skipped} lines told`} nothing and ${skipped === 1 ? said`was` : said`were`} skipped.`;
}

function readMark(text: string | null): Mark {
  try {
    const value = JSON.parse(text ?? 'null') as { files?: unknown } | null;
    const named = Object.entries(typeof value?.files === 'object' ? (value.files ?? {}) : {});
    return { files: Object.fromEntries(named.filter(isFileMark)) };
  } catch {
    return { files: {} };
  }
}

type NamedMark = [string, Mark['files'][string]];
const isFileMark = (named: [string, unknown]): named is NamedMark => {
  const mark = named[1] as Partial<NamedMark[1]> | null;
  return (
    typeof mark?.position === 'number' &&
    typeof mark.tail === 'string' &&
    typeof mark.size === 'number' &&
    typeof mark.changedMs === 'number' &&
    typeof mark.skipped === 'number'
  );
};
