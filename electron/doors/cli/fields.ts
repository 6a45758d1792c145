import type { z } from 'zod';

/** A field of an operation's input, as the command line sees it. */
export interface Field {
  readonly name: string;
  /** `dryRun` → `dry-run`. */
  readonly flag: string;
  readonly kind: 'boolean' | 'number' | 'text' | 'list';
  /** The only words allowed, or null. */
  readonly choices: readonly string[] | null;
  readonly required: boolean;
  readonly meaning: string;
}

/** Reads the fields out of an operation's input schema; what is no object has none. */
export function fieldsOf(schema: unknown): Field[] {
  if (!isZod(schema) || schema.def.type !== 'object') return [];
  const { shape } = schema as unknown as z.ZodObject;
  return Object.entries(shape).map(([name, field]) => fieldOf(name, field as unknown as z.ZodType));
}

function fieldOf(name: string, schema: z.ZodType): Field {
  const { inner, required, meaning } = unwrap(schema);
  return { name, flag: kebab(name), kind: kindOf(inner), choices: choicesOf(inner), required, meaning };
}

interface Wrapped {
  readonly inner: z.ZodType;
  readonly required: boolean;
  readonly meaning: string;
}

/** Looks below `.optional()`, `.default()` and `.nullable()`; the outermost description counts. */
function unwrap(schema: z.ZodType): Wrapped {
  const meaning = schema.description ?? '';
  const { type } = schema.def;
  if (type !== 'optional' && type !== 'default' && type !== 'nullable')
    return { inner: schema, required: true, meaning };
  const below = unwrap((schema.def as unknown as { innerType: z.ZodType }).innerType);
  return {
    inner: below.inner,
    required: type === 'nullable' && below.required,
    meaning: meaning === '' ? below.meaning : meaning,
  };
}

function kindOf(schema: z.ZodType): Field['kind'] {
  switch (schema.def.type) {
    case 'boolean':
      return 'boolean';
    case 'number':
    case 'int':
      return 'number';
    case 'array':
      return 'list';
    case 'union':
      // `boolean or the word true`, as REST needs it, is a switch here; `number or text` is text that the service reads.
      return optionsOf(schema).some((option) => option.def.type === 'boolean') ? 'boolean' : 'text';
    default:
      return 'text';
  }
}

const optionsOf = (schema: z.ZodType): readonly z.ZodType[] =>
  (schema.def as unknown as { options: readonly z.ZodType[] }).options;

function choicesOf(schema: z.ZodType): readonly string[] | null {
  return schema.def.type === 'enum' ? (schema as unknown as z.ZodEnum).options.map(String) : null;
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function isZod(schema: unknown): schema is z.ZodType {
  return typeof schema === 'object' && schema !== null && 'def' in schema && 'safeParse' in schema;
}
