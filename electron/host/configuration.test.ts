import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryHome } from '../storage/temporary-home.ts';
import type { Host } from './host.ts';
import { openHost } from './host.ts';

/** A registered repository and a host that stays. */
async function shop(): Promise<{ host: Host; file: string; outside: string }> {
  const home = temporaryHome();
  const repository = join(home, 'shop');
  mkdirSync(join(repository, '.tract'), { recursive: true });
  execFileSync('git', ['init', '--quiet', repository]);
  const host = await openHost({ home: join(home, 'data'), kind: 'headless', sensor: null, lockWaitMs: 0 });
  onTestFinished(() => host.close());
  await host.perform(['repository', 'add'], { path: repository });
  return { host, file: join(repository, '.tract', 'config.yaml'), outside: join(home, 'secret.yaml') };
}
const maxGap = (host: Host) => host.perform(['setting', 'get'], { key: 'git.maxGap' });

it('a file of a repository counts from the next operation on, and no longer when it is gone', async () => {
  const { host, file } = await shop();
  const before = (await maxGap(host)) as { value: unknown };
  writeFileSync(file, 'tempo:\n  max_gap: 47m\n');
  expect(await maxGap(host)).toMatchObject({ value: '47m', from: `${file}:2:12` });
  writeFileSync(file, 'tempo:\n  max_gap: never\n');
  expect(await host.perform(['setting', 'explain'], { key: 'max_gap' })).toMatchObject({
    value: before.value,
    problems: [{ place: `${file}:2:12` }],
  });
  rmSync(file);
  expect(await maxGap(host)).toMatchObject({ value: before.value });
});

it.runIf(process.platform !== 'win32')('a link out of the repository is named, not followed', async () => {
  const { host, file, outside } = await shop();
  writeFileSync(outside, 'tempo:\n  max_gap: 47m\n');
  symlinkSync(outside, file);
  expect(await maxGap(host)).not.toMatchObject({ value: '47m' });
  const { checks } = (await host.perform(['upkeep', 'doctor'], {})) as {
    checks: { name: string; ok: boolean; detail: string }[];
  };
  expect(checks).toContainEqual(
    expect.objectContaining({
      name: 'configuration',
      ok: false,
      detail: `${file}:1:1: It is a link; it is not read.`,
    }),
  );
});
