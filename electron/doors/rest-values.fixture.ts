import fc from 'fast-check';
import type { Endpoint, Json } from './rest-asking.fixture.ts';

// What is sent to the REST door by tests: values its document allows, and others.

/** The part of JSON Schema that the contract uses. */
interface Schema {
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly items?: Json;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
}

/** Words that make sense, by the name of a field. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** Values a schema allows, as far as the schemas of this contract go; often such as make sense. */
export function allowed(schema: Json, known: Known, name = ''): fc.Arbitrary<unknown> {
  const any: Schema = schema;
  const sensible = known[name];
  const others = allowedBy(any, known, name);
  return sensible === undefined
    ? others
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...sensible) }, others);
}

function allowedBy(any: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const some = any.anyOf ?? any.oneOf;
  if (some) return fc.oneof(...some.map((one) => allowedBy(one, known, name)));
  if (any.enum) return fc.constantFrom(...any.enum);
  if ('const' in any) return fc.constant(any.const);
  const { minimum = 0, maximum = 1000, minLength = 0, maxLength = 40, minItems = 0 } = any;
  switch (any.type) {
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
      return fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) });
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'array':
      return fc.array(allowed(any.items ?? {}, known, name), {
        minLength: minItems,
        maxLength: minItems + 4,
      });
    case 'object': {
      const fields = Object.entries(any.properties ?? {}).map(
        ([field, one]) => [field, allowed(one, known, field)] as const,
      );
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(any.required ?? [])] });
    }
    default:
      if (any.format === 'date-time')
        return fc
          .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
          .map((at) => at.toISOString());
      if (any.pattern !== undefined) return fc.stringMatching(new RegExp(any.pattern));
      return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) });
  }
}

/** Anything at all, and what comes near the schema but is none. */
export const broken = (schema: Json, known: Known): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.anything({ withNullPrototype: false, maxDepth: 2 }).filter(isJson),
    fc
      .tuple(allowed(schema, known), fc.string(), fc.anything({ maxDepth: 1 }))
      .map(([value, key, other]) =>
        typeof value === 'object' && value !== null ? { ...value, [key]: other } : other,
      )
      .filter(isJson),
    fc.constantFrom('{', '[]', '{"title":', '{"__proto__":{"a":1}}', '\u0000'),
  );

const isJson = (value: unknown): boolean => JSON.stringify(value) !== undefined;

/** What cannot be a part of an address: it would be another one. */
const isPart = (value: unknown): boolean => !/^\.{0,2}$/.test(String(value));

/** Values of the parameters as the document allows them. */
export const allowedParameters = ({ parameters = [] }: Endpoint, known: Known): fc.Arbitrary<Json> =>
  fc.record(
    Object.fromEntries(
      parameters.map((one) => {
        const values = allowed(one.schema, known, one.name);
        return [one.name, one.in === 'path' ? values.filter(isPart) : values];
      }),
    ),
    { requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name) },
  );

/** Values of the parameters that have nothing to do with what the document says. */
export const brokenParameters = ({ parameters = [] }: Endpoint): fc.Arbitrary<Json> =>
  fc.record(Object.fromEntries(parameters.map(({ name }) => [name, STRANGE])));

const STRANGE = fc
  .oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom('-1', '1e99', 'a/b', '%00', 'null', '\u0000', '__proto__'),
  )
  .filter(isPart);
