import { z } from 'zod';
import type { SettingKey } from './catalogue.ts';
import { CATALOGUE } from './catalogue.ts';

/**
 * How a setting is asked for, read off its schema: whoever shows settings needs to know no single one of them.
 * The schema keeps the last word on what is allowed.
 */
export type SettingForm =
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly values: (string | number)[] }
  /** Some of a few values. */
  | { readonly kind: 'set'; readonly values: string[] }
  /** Days of the week, 1 = Monday. */
  | { readonly kind: 'weekdays' }
  | ({ readonly kind: 'number'; readonly whole: boolean } & Bounds)
  /** Written as `1h30m`; bounds in minutes. */
  | ({ readonly kind: 'duration' } & Bounds)
  | { readonly kind: 'list'; readonly of: 'text' | 'number' }
  /** Names, each with a text. */
  | { readonly kind: 'map' }
  /** Names, each with some texts. */
  | { readonly kind: 'lists' }
  /** Names, each with some numbers. */
  | { readonly kind: 'table'; readonly columns: Column[] }
  /** Nested deeper than any field: written as JSON. */
  | { readonly kind: 'json' }
  | { readonly kind: 'text' };

interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}
export interface Column {
  readonly name: string;
  readonly required: boolean;
}

/** What JSON Schema tells of a schema, as far as it matters here. */
interface Described {
  readonly type?: string;
  readonly form?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly anyOf?: readonly Described[];
  readonly items?: Described;
  readonly additionalProperties?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

const known = new Map<SettingKey, SettingForm>();

/** How a setting is asked for. */
export function settingForm(key: SettingKey): SettingForm {
  const form = known.get(key) ?? formOf(z.toJSONSchema(CATALOGUE[key].schema) as Described);
  known.set(key, form);
  return form;
}

function formOf(schema: Described): SettingForm {
  if (schema.form === 'duration') return { kind: 'duration', ...boundsOf(schema) };
  if (schema.enum) return { kind: 'choice', values: [...schema.enum] };
  const constants = schema.anyOf?.flatMap((one) => one.const ?? []) ?? [];
  if (schema.anyOf && constants.length === schema.anyOf.length) return { kind: 'choice', values: constants };
  switch (schema.type) {
    case 'boolean':
      return { kind: 'switch' };
    case 'integer':
    case 'number':
      return { kind: 'number', whole: schema.type === 'integer', ...boundsOf(schema) };
    case 'array':
      return formOfItems(schema.items ?? {});
    case 'object':
      return formOfValues(schema.additionalProperties ?? {});
    default:
      return { kind: 'text' };
  }
}

function formOfItems(item: Described): SettingForm {
  if (item.enum) return { kind: 'set', values: item.enum.map(String) };
  if (item.type === 'integer' && item.minimum === 1 && item.maximum === 7) return { kind: 'weekdays' };
  return { kind: 'list', of: item.type === 'string' ? 'text' : 'number' };
}

function formOfValues(value: Described): SettingForm {
  if (value.type === 'array') return { kind: 'lists' };
  if (value.properties === undefined) return { kind: 'map' };
  if (Object.values(value.properties).some(({ type }) => type !== 'number' && type !== 'integer'))
    return { kind: 'json' };
  return {
    kind: 'table',
    columns: Object.keys(value.properties).map((name) => ({
      name,
      required: value.required?.includes(name) ?? false,
    })),
  };
}

/** Zod writes the largest safe integer where nobody set a bound. */
function boundsOf({ minimum, maximum }: Described): Bounds {
  const bound = (value: number | undefined): number | null =>
    value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER ? null : value;
  return { min: bound(minimum), max: bound(maximum) };
}
