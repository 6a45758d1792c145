import type { SettingKey, Settings } from './catalogue.ts';

/** Where something stands in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `path:line:column`, as editors and compilers write it. */
export const placeText = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/** Something in a file that a person should know. */
export interface LayerProblem extends Place {
  /** `unknown`: a key of nobody, left alone; `refused`: it says nothing allowed, so what lies below counts. */
  readonly kind: 'unknown' | 'refused';
  /** The setting it is about; null: the whole file, or no setting. */
  readonly key: LayeredKey | null;
  readonly message: string;
}

/** Settings that classify time by its ticket: what a repository says of them counts for its own tickets. */
const OF_TICKETS = [
  'reports.rdCategories',
  'reports.rdQualifying',
  'reports.rdReviewTypes',
  'reports.rdFeatureLabels',
  'reports.billableLabels',
  'reports.impedimentLabels',
  'reports.adminLabels',
] as const satisfies readonly SettingKey[];

/** Settings of a whole day, which may have commits of many repositories, or of a whole report. */
const OF_DAYS = [
  'time.workingHoursPerDay',
  'git.rounding',
  'git.maxGap',
  'git.defaultSession',
  'calendar.enabled',
  'reports.rdScheme',
  'reports.formats',
] as const satisfies readonly SettingKey[];

/** Settings that files of document 4 §7 may speak of. */
export const LAYERED_KEYS = [...OF_DAYS, 'editor.telemetry', ...OF_TICKETS] as const;
export type LayeredKey = (typeof LAYERED_KEYS)[number];
export const isLayeredKey = (key: string): key is LayeredKey =>
  (LAYERED_KEYS as readonly string[]).includes(key);
const isOf = (keys: readonly SettingKey[], key: SettingKey): boolean => keys.includes(key);

export interface LayerValue<K extends LayeredKey = LayeredKey> {
  readonly value: Settings[K];
  readonly at: Place;
}
export type LayerValues = { readonly [K in LayeredKey]?: LayerValue<K> };

/** What one file says. */
export interface Layer {
  readonly file: string;
  /** The folder of its repository; null: the person's own defaults. */
  readonly repository: string | null;
  /** The prefix of the repository's tickets, where the file names one. */
  readonly prefix: string | null;
  readonly values: LayerValues;
  readonly problems: readonly LayerProblem[];
}

/** All files that were found: the person's own, and those of registered repositories, the first registered first. */
export interface Layers {
  readonly own: Layer | null;
  readonly repositories: readonly Layer[];
}
export const NO_LAYERS: Layers = { own: null, repositories: [] };

/** Repositories that say different things about what can only be one (decision 0016). */
export interface Disagreement {
  readonly key: LayeredKey;
  readonly told: readonly LayerValue[];
}

/**
 * What repositories say together about a key: each that speaks of it says the same. One that is silent has no say.
 * What classifies tickets is not asked of repositories that have a prefix: they speak of their own tickets only; nor is
 * whether telemetry is read: each speaks of its own log.
 */
function together(
  key: LayeredKey,
  { repositories }: Layers,
): { told: LayerValue[]; agreed: LayerValue | null } {
  if (key === 'editor.telemetry') return { told: [], agreed: null };
  const told = repositories.flatMap(({ prefix, values }) => {
    const value = values[key];
    return value === undefined || (isOf(OF_TICKETS, key) && prefix !== null) ? [] : [value];
  });
  const [first] = told;
  const isOne = first !== undefined && told.every((one) => sameValue(one.value, first.value));
  return { told, agreed: isOne ? first : null };
}

/** What repositories do not agree about; the person's own value counts there. */
export function disagreements(layers: Layers): Disagreement[] {
  return LAYERED_KEYS.flatMap((key) => {
    const { told, agreed } = together(key, layers);
    return told.length > 1 && agreed === null ? [{ key, told }] : [];
  });
}

/**
 * The files that speak of a key, the strongest first, for one repository or (null) for the person's days. A day has no
 * repository: what is of days is what repositories say together.
 */
function speakers(key: LayeredKey, layers: Layers, repository: string | null): LayerValue[] {
  const own = layers.own?.values[key];
  const upper =
    repository === null || isOf(OF_DAYS, key)
      ? together(key, layers).agreed
      : (layers.repositories.find((one) => one.repository === repository)?.values[key] ?? null);
  return [...(upper === null ? [] : [upper]), ...(own === undefined ? [] : [own])];
}

/** Settings with what files say over them. @param repository counts alone; null: for the person's days. */
export function layered(app: Settings, layers: Layers, repository: string | null = null): Settings {
  const changes: Record<string, unknown> = {};
  for (const key of LAYERED_KEYS) {
    for (const { value } of speakers(key, layers, repository).toReversed())
      changes[key] = over(key, value, changes[key] ?? app[key]);
  }
  return Object.keys(changes).length === 0 ? app : { ...app, ...changes };
}

/** A value over the one below. Own formats are laid over one by one, by name. Categories are laid over one by one, and a type that is named anew leaves its old one. */
function over(key: LayeredKey, upper: unknown, lower: unknown): unknown {
  if (key === 'reports.formats') return { ...(lower as object), ...(upper as object) };
  if (key !== 'reports.rdCategories') return upper;
  const [mine, theirs] = [upper, lower] as [Record<string, string[]>, Record<string, string[]>];
  const named = new Set(Object.values(mine).flatMap((types) => types.map((type) => type.toLowerCase())));
  const kept = Object.entries(theirs).map(([name, types]): [string, string[]] => [
    name,
    types.filter((type) => !named.has(type.toLowerCase())),
  ]);
  return Object.fromEntries([...kept, ...Object.entries(mine)]);
}

/** The settings that classify tickets of a prefix, where its repository says anything; the first registered counts. */
export function layeredByPrefix(app: Settings, layers: Layers): ReadonlyMap<string, Settings> {
  const found = new Map<string, Settings>();
  for (const { prefix, repository, values } of layers.repositories) {
    const speaks = OF_TICKETS.some((key) => values[key] !== undefined);
    if (prefix !== null && speaks && !found.has(prefix)) found.set(prefix, layered(app, layers, repository));
  }
  return found;
}

/** Whether the telemetry log of a repository is read. */
export const readsTelemetry = (app: Settings, layers: Layers, repository: string): boolean =>
  layered(app, layers, repository)['editor.telemetry'];

/** One of the places that a value may come from. */
export interface Step {
  readonly from: 'repository' | 'defaults' | 'settings' | 'built-in';
  readonly value: unknown;
  /** Null: in the settings of the app, or built in. */
  readonly at: Place | null;
  /** It decides. */
  readonly counts: boolean;
  readonly note: 'disagree' | 'own-tickets' | 'own-log' | null;
}

/**
 * Every place that says something about a setting, the strongest first; exactly one counts.
 * @param app the app's own settings. @param initial what the setting is when nobody changed it.
 */
export function explainSetting(
  key: SettingKey,
  { app, initial, layers }: { readonly app: Settings; readonly initial: unknown; readonly layers: Layers },
  asked: string | null,
): Step[] {
  const repository = isOf(OF_DAYS, key) ? null : asked;
  const ways = isLayeredKey(key) ? speakers(key, layers, repository) : [];
  const [decides] = ways;
  const stepOf = (from: Step['from'], { value, at }: LayerValue, note: Step['note'] = null): Step => ({
    from,
    value,
    at,
    counts: at === decides?.at,
    note,
  });
  const steps: Step[] = [];
  if (isLayeredKey(key)) {
    const known = layers.repositories.filter((one) => repository === null || one.repository === repository);
    for (const { values, prefix } of known) {
      const value = values[key];
      if (value !== undefined)
        steps.push(stepOf('repository', value, repository === null ? noteOf(key, layers, prefix) : null));
    }
    const own = layers.own?.values[key];
    if (own !== undefined) steps.push(stepOf('defaults', own));
  }
  // Repositories that agree count together; the first of them is named.
  const isChanged = !sameValue(app[key], initial);
  if (isChanged)
    steps.push({ from: 'settings', value: app[key], at: null, counts: decides === undefined, note: null });
  const isInitial = decides === undefined && !isChanged;
  steps.push({ from: 'built-in', value: initial, at: null, counts: isInitial, note: null });
  return steps;
}

function noteOf(key: LayeredKey, layers: Layers, prefix: string | null): Step['note'] {
  if (key === 'editor.telemetry') return 'own-log';
  if (isOf(OF_TICKETS, key) && prefix !== null) return 'own-tickets';
  return together(key, layers).agreed === null ? 'disagree' : null;
}

const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
