import type { client } from '../../client/connect.ts';

/** A setting as the host lists it, with how it is asked for. */
export type Setting = Awaited<ReturnType<typeof client.setting.list>>[number];

/** How a setting is edited here; the host's schema has the last word on what is allowed. */
export type SettingForm =
  | Setting['form']
  /** It holds a secret, or is chosen from what the host knows: it is set on the Sources page. */
  | { readonly kind: 'source' }
  /** Keys are pressed, not typed: on the sheet of shortcuts. */
  | { readonly kind: 'shortcuts' }
  /** Keys that work from any program: pressed in place, or typed. */
  | { readonly kind: 'keys' };

/** A secret address of a calendar, a key and a choice of calendars are not for typing, nor for looking at. */
const OF_SOURCES = ['calendar.ics', 'google.calendars', 'editor.wakatimeKey'];

/** The form the host read off the schema, but for what has a place of its own. */
export function formOf({ key, form }: Pick<Setting, 'key' | 'form'>): SettingForm {
  if (OF_SOURCES.includes(key)) return { kind: 'source' };
  if (key.startsWith('app.global')) return { kind: 'keys' };
  return key === 'app.shortcuts' ? { kind: 'shortcuts' } : form;
}

/** Settings that change what the evidence of a day means, so that drafts of other days would move too. */
const DERIVES =
  /^(git\.(maxGap|defaultSession|rounding|roundingMode|credit)|calendar\.(tentative|leaveOut|series)|editor\.joinMinutes)$/;

/** Is it worth seeing what a change would make of the last week before it is made? */
export const isPreviewed = (key: string): boolean => DERIVES.test(key);

/** Was it changed from its default? */
export const isChanged = (setting: Pick<Setting, 'value' | 'initial'>): boolean =>
  JSON.stringify(setting.value) !== JSON.stringify(setting.initial);

/** A value in a few words: what its default is, say. @param words of one value of a choice. */
export function valueText(value: unknown, words: (value: string) => string = (one) => one): string {
  if (typeof value === 'string') return words(value);
  if (typeof value === 'number' || typeof value === 'boolean') return words(String(value));
  if (Array.isArray(value)) return value.map((one) => valueText(one, words)).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, content]) => `${name} = ${valueText(content, words)}`)
    .join('; ');
}

/** What somebody may type to find a setting: all of it, in both languages. */
export interface Findable {
  readonly texts: readonly (string | undefined)[];
}

/** Do all the words that were typed stand somewhere? In any order, without regard to case. */
export function fits({ texts }: Findable, asked: string): boolean {
  const all = texts.filter(Boolean).join('\n').toLowerCase();
  return asked
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
