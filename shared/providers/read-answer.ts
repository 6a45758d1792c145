import type { z } from 'zod';
import type { ApiAnswer } from './api.ts';
import { nonsense } from './api.ts';

/**
 * The answer in the shape it should have.
 * @throws ProviderFailure `uncertain` when it has another one: a page of a proxy, say, or half an answer.
 */
export function readAnswer<T>(provider: string, answer: ApiAnswer, shape: z.ZodType<T>): T {
  const read = shape.safeParse(answer.json);
  // The cause names the fields, never what stands in them.
  if (!read.success) throw nonsense(provider, answer, shapeError(read.error));
  return read.data;
}

const shapeError = (error: z.ZodError): Error =>
  new Error(error.issues.map(({ path, code }) => `${path.join('.') || 'answer'}: ${code}`).join(', '));
