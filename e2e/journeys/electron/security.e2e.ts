import type { Page } from 'playwright';
import { expect, test } from '../../world/story.ts';

test('the page is shut in', async ({ openWindow }) => {
  const { app, page } = await openWindow([]);
  await expect(page.getByRole('button', { name: 'Confirm', exact: true })).toBeVisible();
  const home = page.url();
  expect(home).toMatch(/^stint:\/\/window\//);

  const globals = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys(Reflect.get(globalThis, 'stint') as object).sort(),
  }));
  expect(globals).toEqual({ node: [], bridge: ['connect', 'platform'] });

  // No way out: not by address, not by link, not by a new window, not by a frame.
  await page.evaluate(() => void (location.href = 'https://example.com/'));
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'file:///etc/passwd';
    document.body.append(link);
    link.click();
  });
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  expect(page.url()).toBe(home);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag } =
      (contents && Reflect.get(contents, 'getLastWebPreferences').call(contents)) ?? {};
    return { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
  expect(preferences.webviewTag).not.toBe(true);
});

test('the content policy is strict and holds', async ({ openWindow }) => {
  const { page } = await openWindow([]);
  await expect(page.getByRole('button', { name: 'Confirm', exact: true })).toBeVisible();
  const policy = await page.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);

  const refused = await page.evaluate(async () => {
    // Playwright lifts the policy while its own call runs, so code out of text is tried a turn later.
    const tryOut = async (attempt: () => unknown): Promise<boolean> => {
      try {
        await attempt();
        return false;
      } catch {
        return true;
      }
    };
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.body.append(script);
    return {
      elsewhere: await tryOut(() => fetch('https://example.com/')),
      eval: await new Promise((resolve) => setTimeout(() => void tryOut(() => (0, eval)('1')).then(resolve))),
      inline: !('injected' in globalThis),
      files: await tryOut(async () => {
        const answer = await fetch('stint://window/../../package.json');
        if (!answer.ok) throw new Error('refused');
      }),
    };
  });
  expect(refused).toEqual({ elsewhere: true, eval: true, inline: true, files: true });
  const permission = await page.evaluate(() =>
    navigator.permissions.query({ name: 'geolocation' }).then((it) => it.state),
  );
  expect(permission).toBe('denied');
});

test('a broken message gets an error and does no harm', async ({ openWindow, stint }) => {
  const { page } = await openWindow([]);
  await page.addInitScript(deafToClosedPorts);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Confirm', exact: true })).toBeVisible();
  const answers = await onFreshPort(page, [
    'no JSON',
    '{"i":"1"}',
    '{"i":"2","p":{"u":"/entry/add","b":{"json":{"date":"someday","description":""}}}}',
    '{"i":"3","p":{"u":"/no/such"}}',
    '{"i":"4","p":{"u":"/session/status","b":{"json":{}}}}',
  ]);
  const statuses = answers.map((answer) => (JSON.parse(answer) as { p: { s?: number } }).p.s ?? 200);
  expect(statuses.toSorted()).toEqual([200, 400, 400, 400, 404]);
  expect(answers.join('')).toContain('remedy');
  expect((await stint.json<{ entries: unknown[] }>('day')).entries).toEqual([]);
});

/** The host keeps one port for a page: one that hears of the end of its own would ask at once for another, and take ours. */
function deafToClosedPorts(): void {
  const listen = Reflect.get(MessagePort.prototype, 'addEventListener') as (...words: unknown[]) => void;
  MessagePort.prototype.addEventListener = function (this: MessagePort, ...words: unknown[]) {
    if (words[0] !== 'close') listen.apply(this, words);
  };
}

/** Asks for a port as the page does, sends raw texts over it and collects an answer for each. */
function onFreshPort(page: Page, texts: readonly string[]): Promise<string[]> {
  return page.evaluate(async (sent) => {
    const port = await new Promise<MessagePort>((resolve) => {
      window.addEventListener('message', (event) => {
        if (event.data?.kind === 'stint:port' && event.ports[0]) resolve(event.ports[0]);
      });
      (Reflect.get(globalThis, 'stint') as { connect(): void }).connect();
    });
    const heard: string[] = [];
    const all = new Promise<void>((resolve) => {
      port.onmessage = (event) => {
        heard.push(String(event.data));
        if (heard.length === sent.length) resolve();
      };
    });
    for (const text of sent) port.postMessage(text);
    await all;
    return heard;
  }, texts);
}
