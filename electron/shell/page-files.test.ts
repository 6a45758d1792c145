import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPage, fileOf, pageAddress } from './page-files.ts';

let root = '';
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stint-page-'));
  root = join(folder, 'window');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<p>page</p>');
  await writeFile(join(root, 'assets', 'a.js'), 'go()');
  await writeFile(join(folder, 'secret.js'), 'no');
});
afterAll(() => rm(join(root, '..'), { recursive: true, force: true }));

const get = (url: string) => answerPage(root, { url, method: 'GET' });

describe('the page in Electron', () => {
  it('is served from its folder with a strict content policy', async () => {
    const answer = await get(pageAddress('/today?log=1'));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<p>page</p>');
    expect(answer.headers.get('content-type')).toContain('text/html');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect((await get('stint://window/assets/a.js')).headers.get('content-type')).toContain('javascript');
  });

  it.each([
    'stint://window/../secret.js',
    'stint://window/%2e%2e/secret.js',
    'stint://window/..%2fsecret.js',
    'stint://window/..%5csecret.js',
    'stint://window/%00.js',
    'stint://window/%E0%A4%A',
    'stint://other/index.html',
    'stint://window/missing.js',
    'stint://window/',
  ])('never leaves its folder: %s', async (url) => {
    const answer = await get(url);
    if (url.endsWith('window/')) expect(await answer.text()).toBe('<p>page</p>');
    else expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is only read, never written', async () => {
    expect((await answerPage(root, { url: pageAddress('/'), method: 'POST' })).status).toBe(404);
    expect(fileOf(root, 'file:///etc/passwd')).toBeNull();
  });
});
