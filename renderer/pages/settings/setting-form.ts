import { CHOICES } from '../../words/setting-words.ts';
import { SOURCE_SETS } from '../../words/source-setting-words.ts';

/** A setting as the host lists it. */
export interface Setting {
  readonly key: string;
  readonly value?: unknown;
  readonly initial?: unknown;
  readonly meaning: string;
  readonly group: string;
}

/** How a setting is edited; the host's schema has the last word on what is allowed. */
export type SettingForm =
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'set'; readonly values: readonly string[] }
  | { readonly kind: 'weekdays' }
  /** It holds a secret, or is chosen from what the host knows: it is set on the Sources page. */
  | { readonly kind: 'source' }
  /** More than a line of text can say; told as JSON. */
  | { readonly kind: 'json' }
  | { readonly kind: 'number' }
  | { readonly kind: 'list' }
  | { readonly kind: 'map' }
  | { readonly kind: 'text' };

/** A secret address of a calendar, a key and a choice of calendars are not for typing, nor for looking at. */
const OF_SOURCES = ['calendar.ics', 'google.calendars', 'editor.wakatimeKey'];

const WEEKDAYS = ['time.workingDays', 'reminders.days'];

/** Reads the form off the default's type; a choice between a few values is named in `CHOICES`. */
export function formOf(setting: Setting): SettingForm {
  const values = CHOICES[setting.key];
  if (values) return { kind: 'choice', values };
  const set = SOURCE_SETS[setting.key];
  if (set) return { kind: 'set', values: set };
  if (OF_SOURCES.includes(setting.key)) return { kind: 'source' };
  if (setting.key === 'agent.prices') return { kind: 'json' };
  if (WEEKDAYS.includes(setting.key)) return { kind: 'weekdays' };
  if (typeof setting.initial === 'boolean') return { kind: 'switch' };
  if (typeof setting.initial === 'number') return { kind: 'number' };
  if (Array.isArray(setting.initial)) return { kind: 'list' };
  return typeof setting.initial === 'object' && setting.initial !== null ? { kind: 'map' } : { kind: 'text' };
}

/** Settings that change what the evidence of a day means, so that drafts of other days would move too. */
const DERIVES =
  /^(git\.(maxGap|defaultSession|rounding|roundingMode|credit)|calendar\.(tentative|leaveOut|series)|editor\.joinMinutes)$/;

/** Is it worth seeing what a change would make of the last week before it is made? */
export const isPreviewed = (key: string): boolean => DERIVES.test(key);

/** Was it changed from its default? */
export const isChanged = (setting: Setting): boolean =>
  JSON.stringify(setting.value) !== JSON.stringify(setting.initial);

/** `TB = Project` lines of a map. */
export function mapToText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, content]) => `${name} = ${valueText(content)}`)
    .join('\n');
}

/** A value as a line of text. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(valueText).join(', ') : mapToText(value);
}

/** Reads lines of `TB = Project`; null when one is not written so. */
export function textToMap(text: string): Record<string, string> | null {
  const out: Record<string, string> = {};
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const match = /^\s*([^=]*[^=\s])\s*=\s*(\S.*?)\s*$/.exec(line);
    if (!match?.[1] || !match[2]) return null;
    out[match[1]] = match[2];
  }
  return out;
}
