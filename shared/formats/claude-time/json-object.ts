import { z } from 'zod';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';

/** An id as Productive writes it; numbers are forgiven. Null: none. */
export const remoteId = z
  .union([z.string().trim().regex(/^\w*$/).max(80), z.number().int().positive().transform(String)])
  .nullish()
  .transform((id) => id || null);

/** The text as a JSON object. @throws Problem `usage`; the text itself is not quoted. */
export function jsonObject(text: string, name: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Problem(
      'usage',
      said`${name} is no JSON: it cannot be read.`,
      said`Nothing was taken over. Repair the file and import it again.`,
      error,
    );
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Problem(
    'usage',
    said`${name} holds something other than an object.`,
    said`Nothing was taken over. See the requirements of claude-time for its form.`,
  );
}

/** What is wrong, field by field, in few words. */
export const whyNot = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
