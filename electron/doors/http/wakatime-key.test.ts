import { describe, expect, it } from 'vitest';
import { listSources } from '#shared/services/sources/sources.ts';
import { beat, KEY, NOON, wakatimeDesk } from './wakatime-desk.fixture.ts';

const desk = wakatimeDesk();
const { send, bulk, kept } = desk;

describe('who may tell', () => {
  const basic = (text: string): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(text).toString('base64')}`,
  });
  it('the key, with and without the colon', async () => {
    expect((await bulk([], basic(KEY))).status).toBe(201);
    expect((await bulk([], basic(`${KEY}:`))).text).toBe('{"responses":[]}');
  });
  it.each([
    ['another key', basic('3f7c2a10-9d4e-4b6a-8c11-0123456789ac')],
    ['no key', { authorization: '' }],
    ['an empty key', basic('')],
    ['the token of the program', { authorization: 'Bearer the-token-of-the-folder' }],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['another name for this machine', { host: 'evil.example:80' }, 403],
  ])('not %s', async (_name, headers, status = 401) => {
    const told = await bulk([beat(NOON)], headers);
    expect(told.status).toBe(status);
    expect(await kept()).toEqual([]);
  });
  it('says so in the shape plugins know', async () => {
    const told = await bulk([], basic('wrong'));
    expect([told.text, told.headers['www-authenticate']]).toEqual([
      '{"error":"Unauthorized"}',
      'Basic realm="Stint"',
    ]);
  });
  it('nobody before there is a key; it is made when the source is shown, and is one the cli takes', async () => {
    await desk.world.settings.set('editor.wakatimeKey', '');
    expect((await bulk([], basic(''))).status).toBe(401);
    const shown = (await listSources(desk.world)).find(({ key }) => key === 'wakatime');
    const key = desk.world.settings.get()['editor.wakatimeKey'];
    expect(key).toMatch(/^[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}$/);
    expect(shown?.detail).toContain(`[api_urls]\n.* = ${desk.door.url}/api/v1|${key}`);
    expect((await bulk([], basic(key))).status).toBe(201);
  });
  it('the key opens nothing else', async () => {
    const told = await send('GET', '/../status');
    expect(told.status).toBe(401);
  });
});
