import spectral from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { buildRouter } from '../host/router.ts';
import type { Description } from './describe.ts';
import { describe as describeRest, methodsAt } from './describe.ts';

let document: Description;
beforeAll(async () => {
  const router = buildRouter(memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin'));
  // As it is served.
  document = JSON.parse(JSON.stringify(await describeRest(router))) as Description;
});

/** What Spectral's rules for OpenAPI complain of, as lines. */
async function complaints(of: object): Promise<string[]> {
  const linter = new spectral.Spectral();
  linter.setRuleset({ extends: [oas] } as never);
  return (await linter.run(of as Record<string, unknown>)).map(
    ({ code, path, message }) => `${code} ${path.join('.')}: ${message}`,
  );
}

describe('the OpenAPI document', () => {
  it('is one Spectral has nothing against', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(await complaints(document)).toEqual([]);
  });

  it('would not be, if something were wrong with it', async () => {
    const twice = { ...document.paths?.['/status']?.get, parameters: [{ name: 'at', in: 'nowhere' }] };
    const spoiled = { ...document, paths: { '/status': { get: twice }, '/again': { get: twice } } };
    const found = (await complaints(spoiled)).join('\n');
    expect(found).toContain('operation-operationId-unique');
    expect(found).toContain('oas3-schema');
  });

  it('tells of each problem that any operation may answer with, in one shape', () => {
    const responses = document.paths?.['/sessions/start']?.post?.responses ?? {};
    expect(Object.keys(responses)).toEqual('200 400 401 403 404 409 413 415 422 429 500 503'.split(' '));
    expect(Object.keys(document.paths?.['/status']?.get?.responses ?? {})).not.toContain('413');
    expect(document.components?.responses?.['TooManyRequests']).toMatchObject({
      headers: { 'Retry-After': { schema: { type: 'integer' } } },
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
  });

  it('says what each operation is on the command line, and what its parameters mean', () => {
    const { get } = document.paths?.['/sessions'] ?? {};
    expect(get).toMatchObject({
      tags: ['session'],
      description: 'Sessions, newest first. On the command line: `stint session list`.',
      parameters: expect.arrayContaining([
        expect.objectContaining({ name: 'limit', description: 'How many (50)' }),
      ]) as unknown[],
    });
  });

  it('knows by which methods a path is asked', () => {
    expect(methodsAt(document, '/dev-sessions/0190a5d4').toSorted()).toEqual(['GET', 'PATCH']);
    expect(methodsAt(document, '/sessions/start').toSorted()).toEqual(['GET', 'POST']);
    for (const nowhere of ['/dev-sessions/', '/nothing', '/', '/sessions/a/b', '/sessions//'])
      expect(methodsAt(document, nowhere), nowhere).toEqual([]);
  });
});
