import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../values/instant.ts';
import { ProviderFailure } from '../failure.ts';
import { productive } from './productive.ts';
import type { Recorded } from './recorded-api.ts';
import { recordedApi } from './recorded-api.ts';

async function refusal(answer: Recorded) {
  const { api, held } = recordedApi(() => answer);
  const error: unknown = await productive.get(api, '1', 'UTC').catch((failure: unknown) => failure);
  if (!(error instanceof ProviderFailure)) throw new Error('it worked');
  const until = Object.fromEntries(
    Object.entries(held).map(([bucket, at]) => [
      bucket,
      formatInstant(at as Parameters<typeof formatInstant>[0]),
    ]),
  );
  return {
    kind: error.kind,
    words: error.message,
    retryAt: error.retryAt && formatInstant(error.retryAt),
    held: until,
  };
}
const errors = (...all: object[]) => ({ errors: all });

describe('what Productive refuses is told in its words', () => {
  it.each<[string, Recorded, string, string]>([
    [
      'a wrong token',
      {
        status: 401,
        body: errors({
          status: '401',
          code: 'invalid_auth_token',
          title: 'Unauthenticated',
          detail: 'The token is not valid',
        }),
      },
      'unauthorised',
      'The token is not valid',
    ],
    [
      'a wrong attribute, with its name',
      {
        status: 422,
        body: errors({
          status: 422,
          title: 'Invalid Attribute Value',
          detail: 'must exist',
          source: { pointer: '/data/attributes/service' },
        }),
      },
      'refused',
      'must exist (service)',
    ],
    [
      'a pointer without the slash, and a name that is in the words already',
      {
        status: 422,
        body: errors({
          detail: 'person cannot track on this service',
          source: { pointer: 'data/attributes/person' },
        }),
      },
      'refused',
      'person cannot track on this service',
    ],
    [
      'several at once, each once',
      { status: 422, body: errors({ detail: 'a' }, { detail: 'b' }, { detail: 'a' }) },
      'refused',
      'a; b',
    ],
    [
      'a title where there is no detail',
      { status: 403, body: errors({ status: 'forbidden', title: 'Access Denied' }) },
      'refused',
      'Access Denied',
    ],
    [
      'a code where there is nothing else',
      { status: 415, body: errors({ code: 'unsupported_content_type' }) },
      'refused',
      'unsupported_content_type',
    ],
    [
      'an unknown parameter',
      { status: 400, body: errors({ detail: 'is not supported', source: { parameter: 'filter[x]' } }) },
      'refused',
      'is not supported (filter[x])',
    ],
    [
      'a plan that is not paid',
      { status: 402, body: errors({ title: 'Payment Required' }) },
      'refused',
      'Payment Required',
    ],
    ['a page of a proxy', { status: 502, body: '<html>Bad gateway</html>' }, 'uncertain', 'answered 502'],
    ['an error of another shape', { status: 500, body: { error: 'boom' } }, 'uncertain', 'boom'],
    ['errors that are none', { status: 422, body: { errors: 'no' } }, 'refused', 'answered 422'],
    ['nothing', { status: 403, body: '' }, 'refused', 'answered 403'],
  ])('%s', async (_what, answer, kind, words) => {
    expect(await refusal(answer)).toMatchObject({ kind, words });
  });

  it('a long story is cut', async () => {
    const { words } = await refusal({ status: 422, body: errors({ detail: 'x '.repeat(1000) }) });
    expect(words).toHaveLength(301);
  });
});

describe('too many requests', () => {
  it('rest until the server says', async () => {
    const answer = {
      status: 429,
      body: { ...errors({ title: 'Too many requests' }), limit: 100, period: 10 },
      headers: { 'x-ratelimit-reset': '7' },
    };
    expect(await refusal(answer)).toEqual({
      kind: 'limited',
      words: 'Too many requests',
      retryAt: '2026-02-12T10:00:07.000Z',
      held: { main: '2026-02-12T10:00:07.000Z' },
    });
  });

  it('rest longer when the organisation is out of server time', async () => {
    const answer = { status: 429, body: errors({ title: 'Server time limit exceeded' }) };
    expect(await refusal(answer)).toMatchObject({
      kind: 'limited',
      held: { main: '2026-02-12T10:05:00.000Z' },
    });
  });

  it('rest a little where nobody says how long', async () => {
    expect(await refusal({ status: 429, body: '' })).toMatchObject({
      kind: 'limited',
      held: { main: '2026-02-12T10:00:15.000Z' },
    });
  });
});
