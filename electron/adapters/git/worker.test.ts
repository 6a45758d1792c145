import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#shared/values/instant.ts';
import { createGitReader } from './git-reader.ts';
import type { GitReaderOptions } from './git-reader.ts';
import { ANN, SampleFolder } from './sample-repository.ts';

let folder: SampleFolder;
let reader: ReturnType<typeof createGitReader>;
beforeEach(() => {
  folder = new SampleFolder();
  folder.commit(folder.init(), 'one', { at: 0 });
});
afterEach(async () => {
  await reader.close();
  folder.remove();
});

const open = (worker: GitReaderOptions['worker'], timeoutMs?: number): void => {
  reader = createGitReader({ worker, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
};
const scan = (name = 'app') => reader.scan(folder.repository(name), [ANN], instant(0));
/** A worker of the test's own, written as JavaScript. */
const workerFile = (code: string): URL => pathToFileURL(folder.write('worker.mjs', code));
const LISTEN = `import { parentPort, threadId } from 'node:worker_threads';\nparentPort.on('message', (request) => {`;

describe('reading git in a worker', () => {
  it('answers as it does in this thread', async () => {
    open(true);
    const { commits, checkouts } = await scan();
    const here = await folder.scan();
    expect({ commits, checkouts }).toEqual({ commits: here.commits, checkouts: here.checkouts });
    expect(await reader.find(folder.path)).toHaveLength(1);
    expect((await reader.identity([])).emails).toEqual([ANN]);
  });

  it('happens in another thread', async () => {
    open(workerFile(`${LISTEN} parentPort.postMessage({ id: request.id, value: [threadId] }); });`));
    const { threadId } = await import('node:worker_threads');
    expect(await reader.find('x')).not.toEqual([threadId]);
  });

  it('tells a Problem as one, from over there too', async () => {
    open(true);
    await expect(reader.find(join(folder.path, 'gone'))).rejects.toMatchObject({
      name: 'Problem',
      code: 'not-found',
      remedy: expect.stringContaining('folder') as unknown,
    });
    await expect(scan('gone')).rejects.toMatchObject({ name: 'Problem', code: 'not-found' });
    expect((await scan()).commits).toHaveLength(1);
  });

  it('reads many at a time, each its own answer', async () => {
    open(true);
    const names = Array.from({ length: 12 }, (_, n) => `r${n}`);
    for (const name of names) folder.commit(folder.init(name), name);
    const scans = await Promise.all(names.map((name) => scan(name)));
    expect(scans.map(({ commits }) => commits[0]?.subject)).toEqual(names);
  });

  it.each([
    ['throws', `throw new Error('broken');`],
    ['leaves', 'process.exit(3);'],
    ['takes all memory', 'const all = []; for (;;) all.push(new Array(1e5).fill(request));'],
  ])('is a Problem when the worker %s, and works again at the next question', async (_, crash) => {
    const answer = 'parentPort.postMessage({ id: request.id, value: [] });';
    open(workerFile(`${LISTEN} if (request.args[0] === 'crash') { ${crash} } else { ${answer} } });`));
    expect(await reader.find('fine')).toEqual([]);
    const asked = Promise.allSettled([reader.find('crash'), reader.find('crash')]);
    for (const outcome of await asked) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: {
          name: 'Problem',
          code: 'failed',
          message: expect.stringMatching(/before is kept/) as unknown,
        },
      });
    }
    expect(await reader.find('fine')).toEqual([]);
  });

  it('is a Problem when there is no worker to be had', async () => {
    open(pathToFileURL(join(folder.path, 'no-worker.mjs')));
    await expect(reader.find('x')).rejects.toMatchObject({ name: 'Problem', code: 'failed' });
  });

  it('ends with close(), which fails what is under way; a later question starts it anew', async () => {
    open(
      workerFile(
        `${LISTEN} if (request.args[0] === 'now') parentPort.postMessage({ id: request.id, value: [] }); });`,
      ),
    );
    expect(await reader.find('now')).toEqual([]);
    const stuck = reader.find('never').then(
      () => null,
      (error: unknown) => error,
    );
    // Queued behind the first question, so that it is under way when this one was answered.
    expect(await reader.find('now')).toEqual([]);
    await reader.close();
    expect(await stuck).toMatchObject({ name: 'Problem', code: 'failed' });
    expect(await reader.find('now')).toEqual([]);
  });

  it('does not keep the program from ending', async () => {
    open(false);
    const file = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'git-reader.ts')).href);
    const program = folder.write(
      'program.mjs',
      `import { createGitReader } from ${file};
       const reader = createGitReader({ worker: true });
       console.log(JSON.stringify(await reader.find(${JSON.stringify(folder.path)})));`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 15_000 });
    expect(JSON.parse(stdout)).toMatchObject([{ name: 'app' }]);
  });
});

describe('git that does not come to an end', () => {
  it.each([true, false])('is stopped, and said so (worker: %s)', async (worker) => {
    const { chmodSync } = await import('node:fs');
    chmodSync(folder.write('bin/git', '#!/bin/sh\nexec tail -f /dev/null\n'), 0o755);
    const before = process.env['PATH'];
    process.env['PATH'] = `${join(folder.path, 'bin')}:${before}`;
    try {
      open(worker, 200);
      await expect(scan()).rejects.toMatchObject({
        name: 'Problem',
        code: 'failed',
        message: expect.stringMatching(/took longer than .* and was stopped/) as unknown,
      });
    } finally {
      process.env['PATH'] = before;
    }
  });
});
