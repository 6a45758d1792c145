import { beforeEach, describe, expect, it } from 'vitest';
import type { ReportAsked } from '../../contract/report-operations.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { commitAt, memoryWorld } from '../../ports/memory-world.ts';
import { adding, anEntry, at, day, step, ticket } from '../../ports/sample-rows.ts';
import { someFacts } from '../../ports/sample-sources.ts';
import type { ReportId } from '../../reports/questions.ts';
import { minutes } from '../../values/minutes.ts';
import { showReport } from '../reports/write-report.ts';
import { addRepositories, removeRepository } from '../repositories.ts';
import { getSetting, setSetting } from '../settings.ts';
import { showDay } from '../show-day.ts';
import { telemetryReader } from '../sources/telemetry-source.ts';
import { icsReader } from '../sources/ics-reader.ts';
import { examine } from '../upkeep.ts';
import { explainNow } from './explain.ts';

const OWN = '/home/max/.config/arij/defaults.yaml';
const SHOP = '/work/shop/.tract/config.yaml';
const TB = '/work/tb/.tract/config.yaml';
let world: MemoryWorld;

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', { 'identity.emails': ['max@x'] });
  for (const name of ['shop', 'tb'])
    world.git.repositories.set(`/work/${name}`, { commits: [], broken: null });
  await addRepositories(world, { path: '/work' });
});

/** Writes a file as its owner does, behind the program's back. */
const write = (path: string, ...lines: string[]): void =>
  void world.files.texts.set(path, `${lines.join('\n')}\n`);
const explain = async (key: string, repo?: string) => {
  const told = await explainNow(world, { key, repo });
  return [told.value, told.steps.find(({ counts }) => counts)?.place ?? told.from];
};
const look = () => world.configuration.refresh();
const checks = async () =>
  (await examine(world, {})).checks
    .filter(({ name }) => name === 'configuration')
    .map(({ ok, detail }) => `${ok ? 'ok' : 'bad'} ${detail}`);

describe('who decides', () => {
  it('is named at every step: built in, settings, the person’s file, the repository', async () => {
    expect(await explain('git.maxGap')).toEqual([
      '2h',
      'Nobody said anything: it is what Stint has built in.',
    ]);
    await setSetting(world, { key: 'git.maxGap', value: '100m' });
    expect(await explain('max_gap')).toEqual(['100m', 'It comes from the settings of Stint.']);
    write(OWN, 'tempo:', '  max_gap: 80m');
    expect(await explain('tempo.max_gap')).toEqual(['80m', `${OWN}:2:12`]);
    write(SHOP, 'tempo:', '  max_gap: 1h');
    expect(await explain('git.maxGap')).toEqual(['1h', `${SHOP}:2:12`]);
    const { steps } = await explainNow(world, { key: 'git.maxGap' });
    expect(steps.map(({ from, value }) => [from, value])).toEqual([
      ['repository', '1h'],
      ['defaults', '80m'],
      ['settings', '100m'],
      ['built-in', '2h'],
    ]);
  });
  it('a setting that a file decides says so, also when it is set', async () => {
    write(OWN, 'tempo:', '  rounding: 5m');
    await look();
    expect(getSetting(world, { key: 'git.rounding' })).toMatchObject({ value: '5m', from: `${OWN}:2:13` });
    expect(await setSetting(world, { key: 'git.rounding', value: '10m' })).toMatchObject({
      value: '5m',
      from: `${OWN}:2:13`,
    });
    world.files.texts.delete(OWN);
    await look();
    expect(getSetting(world, { key: 'git.rounding' })).toMatchObject({ value: '10m', from: null });
  });
  it('a repository that is forgotten has no say any more', async () => {
    write(SHOP, 'tempo:', '  max_gap: 1h');
    expect(await explain('git.maxGap')).toEqual(['1h', `${SHOP}:2:12`]);
    await removeRepository(world, { repository: '/work/shop' });
    expect((await explain('git.maxGap'))[0]).toBe('2h');
  });
  it('is asked by keys and repositories that are there', async () => {
    await expect(explainNow(world, { key: 'max_gaps' })).rejects.toMatchObject({ code: 'usage' });
    await expect(explainNow(world, { key: 'enabled' })).rejects.toMatchObject({ code: 'usage' });
    expect((await explainNow(world, { key: 'billable_labels' })).key).toBe('reports.billableLabels');
    await expect(explainNow(world, { key: 'max_gap', repo: '/elsewhere' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(explainNow(world, { key: 'max_gap', repo: '/work/shop/src' })).resolves.toMatchObject({
      repository: '/work/shop',
    });
  });
  it('windows are told when a file changes, and only then', async () => {
    const told: string[] = [];
    world.events.subscribe(({ kind }) => void told.push(kind));
    write(SHOP, 'tempo:', '  max_gap: 1h');
    await look();
    await look();
    expect(told).toEqual(['settings']);
  });
});

describe('what follows', () => {
  it('days are derived by what the repository says', async () => {
    const { commits } = world.git.repositories.get('/work/shop')!;
    commits.push(commitAt(at('2026-02-10T09:00:00+01:00'), 'SHOP-1: one', 'max@x'));
    commits.push(commitAt(at('2026-02-10T10:30:00+01:00'), 'SHOP-1: two', 'max@x'));
    const total = async () => (await showDay(world, { date: '2026-02-10' })).totals.minutes;
    await look();
    const before = await total();
    write(SHOP, 'tempo:', '  max_gap: 1h');
    await look();
    expect(await total()).toBeLessThan(before);
  });
  it('tickets are classified by the rules of their own repository', async () => {
    write(
      SHOP,
      'prefix: SHOP',
      'tempo:',
      '  rd_categories:',
      '    research: [bug]',
      '  utilisation:',
      '    billable_labels: [paid]',
    );
    write(TB, 'prefix: TB', 'tempo:', '  rd_categories: {maintenance: [bug, story]}');
    for (const [n, id] of ['SHOP-1', 'TB-1', 'APP-1'].entries()) {
      const entry = anEntry(n + 1, {
        user: 'max',
        date: day('2026-02-09'),
        ticket: ticket(id),
        project: id.split('-')[0]!,
        minutes: minutes(60),
        state: 'accepted',
      });
      await world.stores.ledger.commit(step([adding(entry)]));
      await world.stores.ticketFacts.put([
        someFacts(id, { type: id === 'SHOP-1' ? 'bug' : 'story', labels: ['paid'] }),
      ]);
    }
    const show = async (id: ReportId, asked: ReportAsked) =>
      (await showReport(world, id, { ...asked, month: '2026-02' } as never)).data;
    expect(await show('rd', {})).toMatchObject({
      by_category: {
        research_and_development: { hours: 2, projects: { SHOP: {}, APP: {} } },
        maintenance: { hours: 1 },
      },
    });
    expect(await show('utilisation', {})).toMatchObject({ breakdown: { billable: { percentage: 33.3 } } });
  });
  it('a repository’s own log is read or not, and calendars too', async () => {
    await setSetting(world, { key: 'calendar.ics', value: ['/home/max/a.ics'] });
    world.telemetry.found = async (paths) => [...paths];
    write(SHOP, 'tempo:', '  telemetry: {enabled: false}', '  calendar: {enabled: false}');
    await look();
    const offs = async () => (await telemetryReader.list(world)).map(({ name, off }) => [name, off ?? null]);
    expect(await offs()).toEqual([
      ['Telemetry log', null],
      ['Telemetry log of shop', 'Switched off by its .tract/config.yaml (telemetry.enabled).'],
      ['Telemetry log of tb', null],
    ]);
    expect((await icsReader.list(world))[0]?.off).toContain('stint config explain calendar.enabled');
    // Repositories that do not agree about calendars do not switch them off.
    write(TB, 'tempo:', '  calendar: {enabled: true}');
    await look();
    expect((await icsReader.list(world))[0]?.off).toBeNull();
  });
});

describe('the doctor', () => {
  it('names what is refused or not known, with line and column; the app’s value counts', async () => {
    write(SHOP, 'prefix: SHOP', 'tempo:', '  max_gap: forever', '  colour: red');
    expect(await checks()).toEqual([
      `bad ${SHOP}:3:12: tempo.max_gap is "forever", which is not allowed: it has to be a duration such as 2h, of 24h at most. What counts instead: stint config explain tempo.max_gap`,
      `ok ⚠ ${SHOP}:4:3: Stint does not know tempo.colour and leaves it alone.`,
    ]);
    expect(world.settings.get()['git.maxGap']).toBe('2h');
    expect(await explainNow(world, { key: 'tempo.max_gap' })).toMatchObject({
      value: '2h',
      problems: [{ place: `${SHOP}:3:12` }],
    });
  });
  it('names repositories that do not agree', async () => {
    write(SHOP, 'tempo:', '  max_gap: 1h');
    write(TB, 'tempo:', '  max_gap: 3h');
    expect(await checks()).toEqual([
      `bad Repositories say different things about git.maxGap, so your own value counts: ${SHOP}:2:12, ${TB}:2:12`,
    ]);
  });
  it('says nothing where there is no file, and which are read where all is well', async () => {
    expect(await checks()).toEqual([]);
    write(OWN, 'tempo:', '  working_hours_per_day: 7.5');
    expect(await checks()).toEqual([`ok Read: ${OWN}`]);
  });
});
