import type { SettingKey } from '../settings/catalogue.ts';
import { CATALOGUE, isSettingKey, SETTING_KEYS } from '../settings/catalogue.ts';
import type { SettingForm } from '../settings/setting-form.ts';
import { settingForm } from '../settings/setting-form.ts';
import { explainSetting, placeText } from '../settings/layers.ts';
import type { World } from '../ports/world.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import { proposeDay } from './derive-day.ts';
import { personOf } from './person.ts';

/** A setting as the outside sees it. */
interface SettingView {
  key: string;
  value: unknown;
  initial: unknown;
  meaning: string;
  group: string;
  form: SettingForm;
  from: string | null;
}

/** Settings that change which commits are the person's: everything must be read again. */
const READ_AGAIN: readonly SettingKey[] = ['identity.emails'];
/** Settings that change what a day's evidence means: open days are proposed again. */
const PROPOSE_AGAIN = /^(git|tickets|time|identity|calendar|editor)\./;

/** Every setting with its value, default and meaning, in the catalogue's order. */
export function listSettings(world: World): SettingView[] {
  return SETTING_KEYS.map((key) => viewOf(world, key));
}

/** One setting. @throws Problem `usage` for an unknown key, with the nearest known one. */
export function getSetting(world: World, input: { key: string }): SettingView {
  return viewOf(world, settingNamed(input.key));
}

/**
 * Changes a setting. Text is read as the schema wants it: as it stands, else as JSON (`8`, `true`, `["a","b"]`).
 * @throws Problem `usage` saying what is allowed; the old value stays.
 */
export async function setSetting(
  world: World,
  input: { key: string; value?: unknown },
): Promise<SettingView> {
  const key = settingNamed(input.key);
  await world.settings.set(key, readSettingValue(key, input.value));
  if (READ_AGAIN.includes(key)) await forgetMarks(world);
  world.events.publish({ kind: 'settings' });
  if (PROPOSE_AGAIN.test(key)) {
    const person = personOf(world);
    await proposeDay(world, person, person.today);
  }
  return viewOf(world, key);
}

/** Text is read as the schema wants it: as it stands, else as JSON. */
export function readSettingValue(key: SettingKey, value: unknown): unknown {
  if (typeof value !== 'string' || CATALOGUE[key].schema.safeParse(value).success) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value; // the store says what is allowed
  }
}

async function forgetMarks(world: World): Promise<void> {
  for (const { id, lastScanAt, lastProblem } of await world.stores.repositories.list()) {
    await world.stores.evidence.markScanned(id, { lastScanAt, lastProblem, mark: null, coveredFrom: null });
  }
}

function viewOf(world: World, key: SettingKey): SettingView {
  const { initial, meaning, group } = CATALOGUE[key];
  const value = world.settings.get()[key];
  return { key, value, initial, meaning, group, form: settingForm(key), from: deciding(world, key) };
}

/** The file that decides instead of the app, as `path:line:column`. */
function deciding({ configuration }: World, key: SettingKey): string | null {
  const [app, layers] = [configuration.app(), configuration.layers()];
  const known = { app, initial: CATALOGUE[key].initial, layers };
  const at = explainSetting(key, known, null).find(({ counts }) => counts)?.at ?? null;
  return at === null ? null : placeText(at);
}

/** The setting of that name. @throws Problem `usage`, with the nearest known ones. */
export function settingNamed(key: string): SettingKey {
  if (isSettingKey(key)) return key;
  const near = SETTING_KEYS.filter((other) =>
    other.toLowerCase().includes(key.toLowerCase().split('.').at(-1) ?? key),
  );
  const remedy =
    near.length > 0
      ? said`Did you mean ${near.slice(0, 3).join(', ')}?`
      : said`See \`stint config list\` for all of them.`;
  throw new Problem('usage', said`There is no setting ${key}.`, remedy);
}
