import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { someFacts } from '../../ports/sample-sources.ts';
import { addEntry } from '../add-entry.ts';
import { explainNow } from '../configuration/explain.ts';
import { addRepositories } from '../repositories.ts';
import { examine } from '../upkeep.ts';
import { showReport } from './write-report.ts';

const CONFIG = '/work/tb/.tract/config.yaml';
let world: MemoryWorld;

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', { 'identity.user': 'max' });
  world.git.repositories.set('/work/tb', { commits: [], broken: null });
  await addRepositories(world, { path: '/work' });
  await world.stores.ticketFacts.put([
    someFacts('TB-1', { type: 'story', title: '=Sessions; fast', labels: [] }),
    someFacts('TB-2', { type: 'prototype', title: 'Try it', labels: [] }),
  ]);
  for (const [id, minutes] of [
    ['TB-1', '2h30m'],
    ['TB-2', '1h'],
  ] as const)
    await addEntry(world, { date: '2026-02-10', ticket: id, minutes, description: 'work' });
});

const write = (...lines: string[]): void => void world.files.texts.set(CONFIG, `${lines.join('\n')}\n`);
const file = async (as: string) => (await showReport(world, 'rd', { month: '2026-02', as })).file!;

describe('a format of a company’s own', () => {
  it('is described in the repository: its table, columns, titles and how it is spelled', async () => {
    write(
      'tempo:',
      '  report_formats:',
      '    finance:',
      '      as: csv',
      '      table: by_ticket',
      '      columns: [title, ticket, time]',
      '      titles: { ticket: Vorgang, time: Stunden }',
      '      separator: ";"',
      '      decimal: ","',
      '      time: hours',
    );
    const { name, text } = await file('finance');
    expect(name).toBe('rd-2026-02-finance.csv');
    expect(text).toBe(`title;Vorgang;Stunden\r\n"'=Sessions; fast";TB-1;2,5\r\nTry it;TB-2;1\r\n`);
    const { value, from, steps } = await explainNow(world, { key: 'report_formats' });
    expect(value).toMatchObject({ finance: { as: 'csv' } });
    expect(from).toBe(`It comes from ${CONFIG}, line 3.`);
    expect(steps[0]).toMatchObject({ place: `${CONFIG}:3:5`, counts: true });
  });

  it('tells time by the clock, and has a page, too', async () => {
    await world.settings.set('reports.formats', {
      clock: { as: 'csv', columns: ['ticket', 'time'], time: 'clock' },
      page: { as: 'html', table: 'by_category', titles: { by_category: 'Für die Prüfung', time: 'Zeit' } },
    });
    expect((await file('clock')).text).toBe('ticket,time\r\nTB-1,2:30\r\nTB-2,1:00\r\n');
    const page = (await file('page')).text!;
    expect(page).toContain('>Für die Prüfung</h2>');
    expect(page).toContain('>Zeit</th>');
    expect(page).not.toContain('TB-1</');
  });

  it('of the repository stands beside one’s own', async () => {
    await world.settings.set('reports.formats', { mine: { as: 'md' } });
    write('tempo:', '  report_formats:', '    theirs: { as: text }');
    expect((await file('mine')).name).toBe('rd-2026-02-mine.md');
    expect((await file('theirs')).name).toBe('rd-2026-02-theirs.txt');
  });

  it('is refused in words where it cannot be what it says', async () => {
    await expect(file('none')).rejects.toMatchObject({ code: 'not-found' });
    await world.settings.set('reports.formats', {
      a: { as: 'csv', table: 'by_moon' },
      b: { as: 'csv', columns: ['ticket', 'moon'] },
    });
    await expect(file('a')).rejects.toMatchObject({
      message: 'The format a wants the table "by_moon", which this report does not have.',
    });
    await expect(file('b')).rejects.toMatchObject({
      message: 'The format b wants columns this report does not have: moon.',
    });
    await expect(showReport(world, 'rd', { as: 'a', format: 'csv' })).rejects.toMatchObject({
      code: 'usage',
    });
    write('tempo:', '  report_formats:', '    bad: { as: parchment }');
    const { checks } = await examine(world, {});
    expect(checks.filter(({ ok }) => !ok).map(({ detail }) => detail)).toContainEqual(
      expect.stringMatching(/config\.yaml:3:16: tempo\.report_formats is .* which is not allowed/),
    );
  });
});

it('categories of its own, what of them qualifies, and under which scheme, are a repository’s to say', async () => {
  write(
    'prefix: TB',
    'tempo:',
    '  rd_categories:',
    '    innovation: [prototype]',
    '  rd_qualifying: [innovation]',
    '  rd_scheme: Forschungszulagengesetz',
  );
  const { data } = await showReport(world, 'rd', { month: '2026-02' });
  expect(data).toMatchObject({
    by_category: { innovation: { hours: 1, percentage: 28.6 } },
    summary:
      '28.6% of engineering time qualifies as R&D under Forschungszulagengesetz.\nKey R&D activities: Try it (TB).\n',
  });
  expect((await explainNow(world, { key: 'rd_scheme' })).from).toBe(`It comes from ${CONFIG}, line 6.`);
});
