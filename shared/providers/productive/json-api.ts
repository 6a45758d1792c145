import { z } from 'zod';
import type { ApiAnswer } from '../api.ts';
import { nonsense } from '../api.ts';

/**
 * JSON:API as Productive speaks it. Read tolerantly: ids and numbers come as numbers or as strings, fields nobody asked
 * for come and go, and a relationship that was not included has no `data` at all – which says nothing about whether
 * there is a related record.
 */
export const NAME = 'Productive.io';

const idText = z.union([z.string().min(1), z.number()]).transform(String);
const identifier = z.object({ type: z.string().catch(''), id: idText });
const relationship = z.object({
  data: z
    .union([identifier, z.array(identifier)])
    .nullish()
    .catch(undefined),
});
const resource = z.object({
  id: idText,
  type: z.string().catch(''),
  attributes: z.record(z.string(), z.unknown()).catch({}),
  relationships: z.record(z.string(), relationship.catch({ data: undefined })).catch({}),
});
export type Resource = z.infer<typeof resource>;

const document = z.object({
  data: z.union([resource, z.array(resource)]),
  included: z.array(resource.nullable().catch(null)).catch([]),
  links: z
    .object({ next: z.string().nullish().catch(null) })
    .partial()
    .catch({}),
  meta: z.record(z.string(), z.unknown()).catch({}),
});

/** What one answer, or several pages of them, told. */
export interface Document {
  readonly data: readonly Resource[];
  /** Resources that came along, by `type/id`. */
  readonly included: ReadonlyMap<string, Resource>;
  /** Where the next page is; null: this was the last one, or the answer is not paged. */
  readonly next: string | null;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly status: number;
}

/** @throws ProviderFailure `uncertain` when the answer is not a JSON:API document. */
export function documentOf(answer: ApiAnswer): Document {
  const read = document.safeParse(answer.json);
  if (!read.success) throw nonsense(NAME, answer, read.error);
  const { data, included, links, meta } = read.data;
  return {
    data: Array.isArray(data) ? data : [data],
    included: new Map(included.flatMap((one) => (one === null ? [] : [[keyOf(one.type, one.id), one]]))),
    next: links.next ?? null,
    meta,
    status: answer.status,
  };
}

/** The one resource an answer is about. @throws ProviderFailure `uncertain` when there is none, or there are several. */
export function onlyOne(document: Document): Resource {
  const [first, ...others] = document.data;
  if (first === undefined || others.length > 0) throw nonsense(NAME, document);
  return first;
}

/** Attributes of a resource, by a schema. @throws ProviderFailure `uncertain` when they are not what is documented. */
export function attributesOf<T>(schema: z.ZodType<T>, resource: Resource, document: Document): T {
  const read = schema.safeParse(resource.attributes);
  if (!read.success) throw nonsense(NAME, document, read.error);
  return read.data;
}

/**
 * The id a relationship points at; null: it points at nothing; undefined: the answer does not tell. Ids also stand in
 * attributes (`service_id`), in the newer description of the API.
 */
export function relatedId(resource: Resource, name: string): string | null | undefined {
  const data = resource.relationships[name]?.data;
  if (data !== undefined) return data === null ? null : ((Array.isArray(data) ? data[0] : data)?.id ?? null);
  const plain = idText.nullish().safeParse(resource.attributes[`${name}_id`]);
  return plain.success ? plain.data : undefined;
}

/** The resource a relationship points at, when it came along. */
export function related(resource: Resource, name: string, document: Document): Resource | null {
  const data = resource.relationships[name]?.data;
  const one = Array.isArray(data) ? data[0] : data;
  return one ? (document.included.get(keyOf(one.type, one.id)) ?? null) : null;
}

const keyOf = (type: string, id: string): string => `${type}/${id}`;

/** A number, written as one or as a string. */
export const amount = z.union([
  z.number(),
  z
    .string()
    .regex(/^\s*-?\d{1,15}(\.\d{1,9})?\s*$/)
    .transform(Number),
]);
/** A number that may be missing, or hidden from this person. */
export const maybeAmount = amount
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
export const maybeText = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
/** True only when it says so, in whichever way. */
export const flag = z
  .union([z.boolean(), z.literal(1), z.literal('true'), z.literal('1')])
  .transform((value) => value !== false)
  .catch(false);
