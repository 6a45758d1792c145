import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { parseLocalDay } from '../../values/local-day.ts';
import type { Instant } from '../../values/instant.ts';
import { atClock } from '../../values/local-day.ts';
import { importActivityWatch } from './import-activitywatch.ts';
import { addRepositories } from '../repositories.ts';
import { setSetting } from '../settings.ts';
import { showDay } from '../show-day.ts';
import { listSources, pauseSource, readSources } from './sources.ts';
import { startTelemetry, stopTelemetry } from './telemetry.ts';
import { examine } from '../upkeep.ts';

const BERLIN = 'Europe/Berlin';
const LOG = '/src/shop/max-2026-02-10.jsonl';
let world: MemoryWorld;

const lines = async (): Promise<string[]> =>
  (await showDay(world, { date: '2026-02-10' })).entries.map(
    (entry) => `${entry.ticket ?? '-'} ${entry.minutes} ${entry.source} ${entry.project ?? '-'}`,
  );
const source = async (key: string) => (await listSources(world)).find((one) => one.key === key);
const line = (clock: string, event: string, ticket: string | null, tool = 'cursor'): string =>
  `${JSON.stringify({ ts: `2026-02-10T${clock}:00+01:00`, ticket, tool, event })}\n`;
const write = (text: string): void =>
  void world.telemetry.texts.set(LOG, (world.telemetry.texts.get(LOG) ?? '') + text);

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', BERLIN, { 'identity.user': 'max' });
  world.git.repositories.set('/src/shop', { commits: [], broken: null });
  await addRepositories(world, { path: '/src/shop' });
});

describe('telemetry logs of a repository', () => {
  it('become the day, as document 4 §2.3 has it', async () => {
    write(
      line('09:00', 'start', 'TB-042', 'copilot-cli') +
        line('10:30', 'stop', 'TB-042', 'copilot-cli') +
        line('10:30', 'start', 'APP-019') +
        line('12:00', 'stop', 'APP-019'),
    );
    expect(await lines()).toEqual(['TB-042 90 ide TB', 'APP-019 90 ide APP']);
    expect(await lines()).toHaveLength(2);
    const [, shop] = (await listSources(world)).filter(({ kind }) => kind === 'telemetry');
    expect(shop).toMatchObject({ name: 'Telemetry log of shop', state: 'ready', today: '4 lines' });
  });

  it('are read on where they ended; half a line waits, one that is whole does not', async () => {
    write(line('09:00', 'start', 'TB-1'));
    expect(await lines()).toEqual([]);
    const stop = line('10:00', 'stop', 'TB-1');
    write(stop.slice(0, 20));
    expect(await lines()).toEqual([]);
    write(stop.slice(20).trimEnd());
    expect(await lines()).toEqual(['TB-1 60 ide TB']);
    write(`\n${line('10:00', 'start', 'TB-2')}${line('10:30', 'stop', 'TB-2')}`);
    expect(await lines()).toEqual(['TB-1 60 ide TB', 'TB-2 30 ide TB']);
  });

  it('tell how many of their lines told nothing, once each', async () => {
    write(`nonsense\n${line('09:00', 'start', 'TB-1')}{"ts":5}\n${line('10:00', 'stop', 'TB-1')}`);
    expect(await lines()).toEqual(['TB-1 60 ide TB']);
    await readSources(world, {});
    const shop = (await listSources(world)).find(({ name }) => name === 'Telemetry log of shop');
    expect(shop?.detail).toBe('Read whenever a day is looked at; 2 lines told nothing and were skipped.');
    // The whole file was written anew: what was counted before does not count.
    world.telemetry.texts.set(LOG, `only nonsense is left\n`);
    await readSources(world, {});
    const again = (await listSources(world)).find(({ name }) => name === 'Telemetry log of shop');
    expect(again?.detail).toContain('1 line told nothing and was skipped');
  });

  it('that cannot be trusted are named, and what was good is kept', async () => {
    write(line('09:00', 'start', 'TB-1') + line('10:00', 'stop', 'TB-1'));
    world.telemetry.refused.push('/src/shop/x is a link or no file; it is not read.');
    expect(await lines()).toEqual(['TB-1 60 ide TB']);
    await readSources(world, {});
    const shop = (await listSources(world)).find(({ name }) => name === 'Telemetry log of shop');
    expect(shop).toMatchObject({ state: 'broken', detail: expect.stringContaining('is a link') as string });
  });

  it('are left alone while switched off or paused', async () => {
    await setSetting(world, { key: 'editor.telemetry', value: false });
    write(line('09:00', 'start', 'TB-1') + line('10:00', 'stop', 'TB-1'));
    expect(await lines()).toEqual([]);
    await setSetting(world, { key: 'editor.telemetry', value: true });
    await pauseSource(world, { source: 'Telemetry log of shop' });
    expect(await lines()).toEqual([]);
  });
});

describe('a tool on the command line', () => {
  it('says when it begins and ends', async () => {
    world.clock.jumpTo(atClock(parseLocalDay('2026-02-10')!, 9, 0, BERLIN));
    expect(await startTelemetry(world, { ticket: 'tb-042', tool: 'vscode', file: '/x/a.ts' })).toEqual({
      at: '2026-02-10T08:00:00.000Z',
      tool: 'vscode',
      ticket: 'TB-042',
    });
    world.clock.advance(45 * 60_000);
    expect(await stopTelemetry(world, { tool: 'vscode' })).toMatchObject({ ticket: null });
    expect(await lines()).toEqual(['TB-042 45 ide TB']);
    expect(await source('telemetry:own')).toMatchObject({ today: '2 lines', state: 'ready' });
    expect(world.telemetry.texts.get('/max-2026-02-10.jsonl')?.split('\n')[0]).toBe(
      '{"ts":"2026-02-10T08:00:00.000Z","ticket":"TB-042","tool":"vscode","event":"start","file":"/x/a.ts"}',
    );
  });
  it('is told when that is no ticket, and nothing is written', async () => {
    await expect(startTelemetry(world, { ticket: 'stuff' })).rejects.toMatchObject({ code: 'usage' });
    expect([...world.telemetry.texts]).toEqual([]);
  });
});

describe('ActivityWatch', () => {
  const afk = (...events: [string, number, string?][]): string =>
    JSON.stringify({
      buckets: {
        'aw-watcher-afk_laptop': {
          type: 'afkstatus',
          events: events.map(([clock, minutes, status = 'not-afk']) => ({
            timestamp: `2026-02-${clock}:00+01:00`,
            duration: minutes * 60,
            data: { status },
          })),
        },
        'aw-watcher-window_laptop': {
          type: 'currentwindow',
          events: [{ timestamp: '2026-02-10T08:00:00Z', duration: 60, data: { title: 'Kündigung.docx' } }],
        },
      },
    });
  const take = (text: string) => {
    world.files.texts.set('/export.json', text);
    return importActivityWatch(world, { path: '/export.json' });
  };
  const presence = () =>
    world.stores.evidence.presence('max', { start: 0 as Instant, end: world.clock.now() });

  it('becomes presence once, and longer when it is', async () => {
    const first = await take(afk(['09T23:00', 120], ['10T09:00', 60], ['10T10:00', 30, 'afk']));
    expect(first).toEqual({
      spans: 3,
      days: ['2026-02-09', '2026-02-10'],
      skipped: ['aw-watcher-window_laptop: tells nothing of presence, so it was left alone'],
    });
    expect(await take(afk(['09T23:00', 120], ['10T09:00', 60], ['10T10:00', 30, 'afk']))).toMatchObject({
      spans: 0,
      days: [],
    });
    expect(await take(afk(['10T10:00', 30, 'afk'], ['10T10:30', 5], ['10T09:00', 60]))).toMatchObject({
      spans: 1,
    });
    expect(await take(afk(['10T10:30', 90]))).toMatchObject({ spans: 1, days: ['2026-02-10'] });
    expect(await presence()).toHaveLength(4);
    expect(await presence()).toContainEqual(
      expect.objectContaining({ backend: 'import:activitywatch', state: 'idle', zone: BERLIN, open: false }),
    );
    expect((await showDay(world, { date: '2026-02-10' })).totals.untracked).toBe(60 + 60 + 90);
    expect(await source('activitywatch')).toMatchObject({ state: 'ready', today: '3h30m at the machine' });
    expect(JSON.stringify(await presence())).not.toContain('Kündigung');
  });

  it('stands beside own presence: being active anywhere is being active', async () => {
    const start = atClock(parseLocalDay('2026-02-10')!, 9, 30, BERLIN);
    const own = {
      id: world.ids.next(start),
      user: 'max',
      backend: 'electron',
      zone: BERLIN,
      open: false,
    } as const;
    await world.stores.evidence.putPresence({
      ...own,
      state: 'active',
      start,
      end: (start + 3_600_000) as Instant,
    });
    await take(afk(['10T09:00', 60], ['10T10:00', 60, 'afk']));
    expect((await showDay(world, { date: '2026-02-10' })).totals.untracked).toBe(90);
    expect(await presence()).toHaveLength(3);
  });

  it.each([
    ['no JSON', '{"buckets"', 'is no JSON'],
    ['something else', '{"a":1}', 'is no export of ActivityWatch'],
    [
      'only windows',
      JSON.stringify({ buckets: { w: { type: 'currentwindow', events: [] } } }),
      'no presence',
    ],
  ])('%s changes nothing', async (_name, text, words) => {
    await expect(take(text)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(words) as string,
    });
    expect(await presence()).toEqual([]);
    expect(await source('activitywatch')).toBeUndefined();
  });

  it('is refused while it is paused', async () => {
    await take(afk(['10T09:00', 60]));
    await pauseSource(world, { source: 'activitywatch' });
    await expect(take(afk(['10T11:00', 60]))).rejects.toMatchObject({ code: 'refused' });
    expect(await presence()).toHaveLength(1);
  });
});

describe('the doctor', () => {
  const editors = async () => (await examine(world, {})).checks.find(({ name }) => name === 'editors');
  it('shows the two lines for ~/.wakatime.cfg, always the same ones', async () => {
    world.door.url = 'http://127.0.0.1:7847';
    const shown = await editors();
    const key = world.settings.get()['editor.wakatimeKey'];
    expect(shown).toMatchObject({
      ok: true,
      detail: expect.stringMatching(
        `\n\\[api_urls\\]\n\\.\\* = http://127\\.0\\.0\\.1:7847/api/v1\\|${key}$`,
      ) as string,
    });
    expect(key).toHaveLength(36);
    expect(await editors()).toEqual(shown);
    await world.settings.set('editor.wakatimeKey', '');
    expect(await editors()).not.toEqual(shown);
    await world.settings.set('editor.wakatimeKey', key);
    expect((await source('wakatime'))?.detail).toContain(`.* = http://127.0.0.1:7847/api/v1|${key}`);
  });
  it('makes one key, however many ask for it at once', async () => {
    world.door.url = 'http://127.0.0.1:7847';
    const [first, second, third] = await Promise.all([editors(), editors(), source('wakatime')]);
    expect(second).toEqual(first);
    expect(third?.detail).toContain(world.settings.get()['editor.wakatimeKey']);
    expect(first?.detail).toContain(world.settings.get()['editor.wakatimeKey']);
  });
  it('says what keeps editors out while the door is shut, and makes no key', async () => {
    expect((await editors())?.detail).toContain('while the HTTP door is shut');
    expect(await source('wakatime')).toMatchObject({ state: 'off' });
    expect(world.settings.get()['editor.wakatimeKey']).toBe('');
  });
});
