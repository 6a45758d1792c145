import type { RestoredShape, SavedShape } from '../../contract/dump-operations.ts';
import type { DumpHead } from '../../ports/dump.ts';
import type { ChangeEvent, World } from '../../ports/world.ts';
import type { SettingKey } from '../../settings/catalogue.ts';
import { CATALOGUE, isSettingKey, SETTING_KEYS } from '../../settings/catalogue.ts';
import { formatInstant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { personOf } from '../person.ts';

/**
 * Writes all that is kept into one file: tables, log and settings. Tokens stay in the keychain.
 * @throws Problem `refused`, `failed` where nothing can be written.
 */
export async function saveAll(world: World, input: { path: string }): Promise<SavedShape> {
  const { user, now } = personOf(world);
  const file = world.machine.absolutePath(input.path);
  const app = world.configuration.app();
  const told = await world.dump.save(file, {
    made: { at: formatInstant(now), by: `Stint ${world.machine.version}`, user },
    settings: Object.fromEntries(
      SETTING_KEYS.filter((key) => !isSame(app[key], CATALOGUE[key].initial)).map((key) => [key, app[key]]),
    ),
  });
  return {
    file,
    rows: told.rows,
    tables: { ...told.tables },
    note: said`Tokens are not in it: connect providers and calendars anew where it is restored. All else is; keep it as private as the data folder.`,
  };
}

/**
 * Puts a dump into this data folder, which has to be empty, then its settings. Ids, revisions and the log stay as they
 * were.
 * @throws Problem `refused` when the folder is in use or the dump newer, `usage` with the line where it is damaged,
 * `not-found`; nothing is written then.
 */
export async function restoreAll(world: World, input: { path: string }): Promise<RestoredShape> {
  const path = world.machine.absolutePath(input.path);
  let found: DumpHead | null = null;
  const told = await world.dump.restore(path, (head) => {
    found = head;
    requirePossible(head, path);
  });
  const skipped = await restoreSettings(world, found!);
  for (const event of changes(world)) world.events.publish(event);
  const { intact, detail } = await world.stores.ledger.verify();
  return {
    rows: told.rows,
    entries: told.tables['entries'] ?? 0,
    tables: { ...told.tables },
    log: { intact, detail },
    skipped,
  };
}

/** Looked at before anything is written: a value that no setting takes is a sign that somebody was at the file. */
function requirePossible({ settings }: DumpHead, path: string): void {
  for (const [key, value] of Object.entries(settings))
    if (isSettingKey(key) && !CATALOGUE[key].schema.safeParse(value).success)
      throw new Problem(
        'usage',
        said`${path} holds a value that ${key} cannot have.`,
        said`Nothing was written. Correct it in the file's line "settings", or take another copy.`,
      );
}

async function restoreSettings(world: World, { settings, made }: DumpHead): Promise<string[]> {
  const skipped: string[] = [];
  const values = new Map(Object.entries(settings));
  // Days stand under a name. Where it was that of the login, it may be another one here.
  if (!values.has('identity.user') && made.user !== personOf(world).user)
    values.set('identity.user', made.user);
  for (const [key, value] of values) {
    if (isSettingKey(key)) await world.settings.set(key satisfies SettingKey, value);
    else skipped.push(said`There is no setting ${key} in this Stint.`);
  }
  return skipped;
}

const changes = (world: World): ChangeEvent[] => [
  { kind: 'settings' },
  { kind: 'day', date: personOf(world).today },
  { kind: 'session' },
  { kind: 'repositories' },
  { kind: 'projects' },
  { kind: 'providers' },
  { kind: 'sources' },
  { kind: 'booking' },
  { kind: 'prompts' },
];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
