import { STATUS_CODES } from 'node:http';
import type { OpenAPI } from '@orpc/contract';
import type { ProblemCode } from '#shared/values/problem.ts';
import { PROBLEM_JSON, TITLES, typeOf } from './problem-details.ts';
import { HTTP_STATUS } from './problem-of.ts';

const CODES = Object.keys(TITLES) as ProblemCode[];
const ANY_METHOD = [...CODES.map((code) => HTTP_STATUS[code]), 403, 429];
/** Only where a body is sent. */
const WITH_BODY = [413, 415];

/** The headers of answers to whoever was let in. */
export const RATE_HEADERS: Record<string, OpenAPI.ReferenceObject> = {
  RateLimit: { $ref: '#/components/headers/RateLimit' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
};

const header = (description: string, example: string): OpenAPI.HeaderObject => ({
  description,
  schema: { type: 'string' },
  example,
});

const MORE_HEADERS: Readonly<Record<number, OpenAPI.ResponseObject['headers']>> = {
  401: { 'WWW-Authenticate': header('How to be let in', 'Bearer realm="Stint"') },
  429: {
    ...RATE_HEADERS,
    'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer', minimum: 1 } },
  },
};

/** `Unprocessable Entity` → `UnprocessableEntity`. */
const nameOf = (status: number): string => (STATUS_CODES[status] ?? '').replaceAll(/\W/g, '');

const text: OpenAPI.SchemaObject = { type: 'string' };

/** What all operations share: how problems look (RFC 9457), and what is said of rate limits. */
export const PROBLEM_COMPONENTS: OpenAPI.ComponentsObject = {
  schemas: {
    Problem: {
      type: 'object',
      description:
        'What went wrong (RFC 9457). `type` and `title` say what kind of thing it is, `detail` what happened and what it means for the data, `remedy` what to do.',
      required: ['type', 'title', 'status', 'detail', 'code', 'remedy'],
      properties: {
        type: { type: 'string', enum: [...CODES.map(typeOf), 'about:blank'] },
        title: text,
        status: { type: 'integer', minimum: 400, maximum: 599 },
        detail: text,
        code: { type: 'string', enum: CODES },
        remedy: text,
      },
    },
  },
  headers: {
    RateLimit: header(
      'How many requests are left, and in how many seconds all are again',
      '"known";r=1199;t=1',
    ),
    RateLimitPolicy: header('How many requests pass, in how many seconds', '"known";q=1200;w=4'),
  },
  responses: Object.fromEntries(
    [...ANY_METHOD, ...WITH_BODY].map((status) => [
      nameOf(status),
      {
        description: STATUS_CODES[status] ?? '',
        ...(MORE_HEADERS[status] === undefined ? {} : { headers: MORE_HEADERS[status] }),
        content: { [PROBLEM_JSON]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  ),
};

/** The problems that an operation of this method may answer with. */
export function problemsOf(method: string): Record<string, OpenAPI.ReferenceObject> {
  const statuses = method === 'get' ? ANY_METHOD : [...ANY_METHOD, ...WITH_BODY];
  return Object.fromEntries(
    statuses.map((status) => [String(status), { $ref: `#/components/responses/${nameOf(status)}` }]),
  );
}
