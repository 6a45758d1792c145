import { z } from 'zod';
import { jsonObject, remoteId, whyNot } from './json-object.ts';
import { said } from '../../values/said.ts';

/** Who `developer.json` of claude-time says the person is. Null: it does not say. */
export interface Developer {
  readonly name: string | null;
  readonly email: string | null;
  /** Id of the person in Productive. */
  readonly personId: string | null;
}

const fields = {
  name: z.string().trim().max(200).nullish(),
  email: z
    .string()
    .trim()
    .max(254)
    .regex(/^([^\s@]+@[^\s@]+)?$/, said`not an e-mail address`)
    .nullish(),
  productive_person_id: remoteId,
};

/**
 * Reads `developer.json` (requirements document 1). A field that makes no sense is skipped and named.
 * @throws Problem `usage` when the text is no JSON object.
 */
export function readDeveloper(text: string): {
  readonly developer: Developer;
  readonly skipped: readonly string[];
} {
  const given = jsonObject(text, 'developer.json');
  const skipped: string[] = [];
  const read = (name: keyof typeof fields): string | null => {
    const field = fields[name].safeParse(given[name]);
    if (!field.success) skipped.push(said`developer.json, ${name}: ${whyNot(field.error)}`);
    return field.data || null;
  };
  return {
    developer: { name: read('name'), email: read('email'), personId: read('productive_person_id') },
    skipped,
  };
}
