import { z } from 'zod';
import { once } from '../values/lazily.ts';

const descriptions = new WeakMap<object, () => z.ZodType>();

/**
 * A schema for what is long: a plain function looks through it, ten times as fast as the schema that describes it to
 * readers of the contract. Both allow the same; nothing is left out of what comes through.
 * @param described made when somebody reads it, which few programs do.
 */
export function lookedThrough<S extends z.ZodType>(described: () => S, isRight: (value: unknown) => boolean) {
  const schema = z.custom<z.output<S>>(isRight);
  descriptions.set(schema, once(described));
  return schema;
}

/** What describes a schema to others: another one where it is looked through by hand, else itself. */
export const describedBy = <S extends object>(schema: S): S | z.ZodType =>
  descriptions.get(schema)?.() ?? schema;
