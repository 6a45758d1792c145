import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Repository } from '#shared/evidence/commit.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import type { ReadAll } from '#shared/services/sources/sources.ts';
import type { Id } from '#shared/values/ids.ts';
import { createTelemetryFiles } from '../adapters/telemetry/telemetry-files.ts';
import { watchTelemetry } from './telemetry-watch.ts';

const LINE = '{"ts":"2026-02-10T09:00:00Z","ticket":"TB-1","tool":"t","event":"start"}\n';
const NAME = 'max-2026-02-10.jsonl';
let root: string;
let end: () => void = () => undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stint-watch-'));
});
afterEach(() => {
  end();
  rmSync(root, { recursive: true, force: true });
});

/** A host whose telemetry logs are real files; two work trees, only the first has a log. */
async function host(read: (wish: ReadAll) => Promise<void> = async () => undefined) {
  const home = join(root, 'home');
  const logs = (tree: string): string => join(root, tree, '.tract', 'time', '.telemetry');
  mkdirSync(home);
  mkdirSync(logs('shop'), { recursive: true });
  mkdirSync(join(root, 'site'));
  const world = {
    ...memoryWorld('2026-02-10T10:00:00Z', 'Europe/Berlin'),
    telemetry: createTelemetryFiles(home),
  };
  const register = async (name: string): Promise<void> => {
    const after: Repository = {
      id: name as Id,
      path: join(root, name),
      name,
      commonDir: join(root, name, '.git'),
      addedAt: world.clock.now(),
      lastScanAt: null,
      lastProblem: null,
      mark: null,
      coveredFrom: null,
    };
    const changes = [{ noun: 'repository' as const, before: null, after }];
    await world.stores.ledger.commit({ actor: 'max', operation: 'repository.add', why: 'test', changes });
  };
  await register('shop');
  await register('site');
  const keys: (string | undefined)[] = [];
  const watch = watchTelemetry(world, async (wish) => {
    keys.push(wish.key);
    await read(wish);
  });
  end = watch.end;
  return { world, logs, keys, home, ...watch };
}

describe('watching telemetry logs', () => {
  it('reads a log once tools have written to it, and no other', async () => {
    const { job, keys, logs } = await host();
    await job.run();
    for (let n = 0; n < 5; n += 1) appendFileSync(join(logs('shop'), NAME), LINE);
    await vi.waitFor(() => expect(keys).toEqual(['telemetry:shop']), 5000);
  });

  it('notices folders that come later: of a work tree and of the data folder', async () => {
    const { job, keys, logs, home, world } = await host();
    await job.run();
    mkdirSync(logs('site'), { recursive: true });
    mkdirSync(join(home, 'telemetry'));
    world.events.publish({ kind: 'repositories' });
    await job.run();
    appendFileSync(join(logs('site'), NAME), LINE);
    appendFileSync(join(home, 'telemetry', NAME), LINE);
    await vi.waitFor(() => expect(keys.toSorted()).toEqual(['telemetry:own', 'telemetry:site']), 5000);
  });

  it('reads again what was written while it was read', async () => {
    const gates: (() => void)[] = [];
    const { job, keys, logs } = await host(() => new Promise<void>((resolve) => gates.push(resolve)));
    await job.run();
    appendFileSync(join(logs('shop'), NAME), LINE);
    await vi.waitFor(() => expect(gates).toHaveLength(1), 5000);
    appendFileSync(join(logs('shop'), NAME), LINE);
    expect(keys).toHaveLength(1);
    gates[0]!();
    await vi.waitFor(() => expect(keys).toEqual(['telemetry:shop', 'telemetry:shop']), 5000);
    gates[1]!();
  });

  it('is told nothing any more once it was ended', async () => {
    const { job, keys, logs, world } = await host();
    await job.run();
    end();
    appendFileSync(join(logs('shop'), NAME), LINE);
    world.events.publish({ kind: 'repositories' });
    await job.run();
    expect(keys).toEqual([]);
  });
});
