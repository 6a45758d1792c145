import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { at } from '../../ports/sample-rows.ts';
import type { PaperPrinter } from '../../ports/paper.ts';
import type { World } from '../../ports/world.ts';
import { Problem } from '../../values/problem.ts';
import { someFacts } from '../../ports/sample-sources.ts';
import { addEntry } from '../add-entry.ts';
import { editProject } from '../connections/projects.ts';
import { answerPrompt } from '../prompts/answer-prompt.ts';
import { listPrompts } from '../prompts/list-prompts.ts';
import { listPlans } from '../reports/plans.ts';
import { makeDue, makeMonthly } from './make-monthly.ts';

const FOLDER = '/home/max/Reports';
let memory: MemoryWorld;
let world: World;
/** What the disk says when it is written to; null: nothing. */
let disk: { problem: Problem | null };

const paper: PaperPrinter = { print: async ({ header }) => new TextEncoder().encode(`%PDF ${header}`) };
const lying = (): string[] =>
  [...memory.files.texts.keys()].map((path) => path.slice(FOLDER.length + 1)).toSorted();
const told = async (): Promise<string[]> =>
  (await listPrompts(world))
    .filter(({ kind }) => kind === 'monthly')
    .map(({ title, text }) => `${title} ${text}`);

beforeEach(async () => {
  // Sunday, the first of February: the first working day is tomorrow.
  const made = memoryWorld('2026-02-01T09:00:00+01:00', 'Europe/Berlin', {
    'identity.user': 'max',
    'reports.monthly': true,
    'reports.monthlyFolder': FOLDER,
    'reports.monthlyReports': ['rd', 'project'],
    'reports.monthlyFormats': ['pdf', 'csv'],
  });
  memory = made;
  disk = { problem: null };
  const output = {
    ...made.files,
    write: async (path: string, content: string | Uint8Array) => {
      if (disk.problem !== null) throw disk.problem;
      await made.files.write(path, content);
    },
  };
  world = { ...made, output, paper };
  for (const ticket of ['TB-1', 'APP-2'])
    await addEntry(world, { date: '2026-01-14', ticket, minutes: '2h', description: 'work' });
});

const tomorrow = (): void => memory.clock.jumpTo(at('2026-02-02T07:00:00Z'));

describe('reports of a month that make themselves', () => {
  it('are made on the first working day, once, and that is told until it is seen', async () => {
    expect(await makeDue(world)).toBe(true);
    // December's, whose day is long over: nothing was on it, and nothing is made for projects.
    expect(lying()).toEqual(['rd-2025-12.csv', 'rd-2025-12.pdf']);
    tomorrow();
    expect(await makeDue(world)).toBe(true);
    expect(lying()).toEqual([
      'project-APP-2026-01.csv',
      'project-APP-2026-01.pdf',
      'project-TB-2026-01.csv',
      'project-TB-2026-01.pdf',
      'rd-2025-12.csv',
      'rd-2025-12.pdf',
      'rd-2026-01.csv',
      'rd-2026-01.pdf',
    ]);
    expect(memory.files.texts.get(`${FOLDER}/rd-2026-01.pdf`)).toContain('R&D report');
    expect(await told()).toContain(`The reports for January 2026 are made. 6 files are in ${FOLDER}.`);

    // Thrown away is thrown away.
    for (const path of [...memory.files.texts.keys()]) memory.files.texts.delete(path);
    await makeDue(world);
    expect(lying()).toEqual([]);
    await answerPrompt(world, { prompt: 'monthly-made:2026-01', answer: 'dismiss' });
    expect((await told()).join()).not.toContain('January');
  });

  it('are made at the next start for each month the machine slept over', async () => {
    await makeDue(world);
    memory.clock.jumpTo(at('2026-04-20T07:00:00Z'));
    await makeDue(world);
    expect(lying().filter((name) => name.startsWith('rd-') && name.endsWith('.csv'))).toEqual([
      'rd-2025-12.csv',
      'rd-2026-01.csv',
      'rd-2026-02.csv',
      'rd-2026-03.csv',
    ]);
  });

  it('need a folder, and say so once', async () => {
    await world.settings.set('reports.monthlyFolder', '');
    tomorrow();
    expect(await makeDue(world)).toBe(false);
    const before = await told();
    expect(before).toEqual([
      'Reports for January 2026 could not be made. No folder is chosen for them. Choose one in the settings; then they are made.',
    ]);
    await answerPrompt(world, { prompt: 'monthly-no-folder:2026-01', answer: 'dismiss' });
    expect(await makeDue(world)).toBe(false);
    expect(await told()).toEqual([]);
    await world.settings.set('reports.monthlyFolder', FOLDER);
    expect(await makeDue(world)).toBe(true);
    expect(lying()).toContain('rd-2026-01.pdf');
  });

  it('are tried again where the disk refused them, and what lies there is not made twice', async () => {
    tomorrow();
    disk.problem = new Problem('refused', 'It cannot be written (EACCES).', 'Name another place.');
    expect(await makeDue(world)).toBe(false);
    expect((await told())[0]).toContain(`${FOLDER} cannot be written to. Stint goes on trying`);
    disk.problem = new Problem('failed', 'There is no room.', 'Make room.');
    expect(await makeDue(world)).toBe(false);
    expect((await told())[0]).toContain(`There is no room in ${FOLDER}.`);
    disk.problem = null;
    expect(await makeDue(world)).toBe(true);
    expect(await told()).toEqual([`The reports for January 2026 are made. 6 files are in ${FOLDER}.`]);
  });

  it('are made as far as they can be: without a printer all but the PDF, which follows', async () => {
    tomorrow();
    expect(await makeDue({ ...world, paper: null })).toBe(false);
    expect(lying()).toEqual(['project-APP-2026-01.csv', 'project-TB-2026-01.csv', 'rd-2026-01.csv']);
    expect((await told())[0]).toContain('PDF is printed by the desktop app.');
    memory.files.texts.set(`${FOLDER}/rd-2026-01.csv`, 'mine now');
    expect(await makeDue(world)).toBe(true);
    expect(lying()).toHaveLength(6);
    expect(memory.files.texts.get(`${FOLDER}/rd-2026-01.csv`)).toBe('mine now');
  });
});

describe('reports of customers and sprints', () => {
  beforeEach(async () => {
    await world.settings.set('reports.monthlyReports', ['customer', 'sprint']);
    await world.settings.set('reports.monthlyFormats', ['csv']);
    tomorrow();
  });

  it('are one for each customer with time in the month, or those that were chosen', async () => {
    await editProject(world, { key: 'TB', name: 'Tracker', customer: 'Acme Corp' });
    await editProject(world, { key: 'APP', name: 'App', customer: 'acme corp ' });
    await editProject(world, { key: 'ZED', name: 'Zed', customer: 'Idle Ltd' });
    const { files } = await makeMonthly(world, { month: '2026-01' });
    expect(files).toMatchObject([
      {
        report: 'customer',
        sprint: null,
        name: expect.stringMatching(/^customer-acme-corp-2026-01\.csv$/i) as string,
      },
    ]);
    await world.settings.set('reports.monthlyCustomers', ['Idle Ltd']);
    expect((await makeMonthly(world, { month: '2026-01' })).files).toMatchObject([{ customer: 'Idle Ltd' }]);
  });

  it('are of sprints whose last time is in the month, with all of their time', async () => {
    await addEntry(world, { date: '2025-12-30', ticket: 'TB-1', minutes: '3h', description: 'begun' });
    await addEntry(world, { date: '2026-02-02', ticket: 'APP-3', minutes: '1h', description: 'goes on' });
    await world.stores.ticketFacts.put([
      someFacts('TB-1', { labels: ['sprint:Sprint 7', 'plan:Launch'] }),
      someFacts('APP-2', { labels: ['sprint:Sprint 8'] }),
      someFacts('APP-3', { labels: ['sprint:sprint 8', 'sprint:Sprint 9'] }),
    ]);
    const made = await makeMonthly(world, { month: '2026-01' });
    expect(made.files).toMatchObject([
      { report: 'sprint', sprint: 'Sprint 7', name: 'sprint-Sprint-7-2026-01.csv' },
    ]);
    expect(memory.files.texts.get(`${FOLDER}/sprint-Sprint-7-2026-01.csv`)).toContain(',300,5,');
    expect((await makeMonthly(world, { month: '2025-12' })).files).toEqual([]);
    expect((await makeMonthly(world, { month: '2026-02' })).files).toMatchObject([
      { sprint: 'Sprint 9' },
      { sprint: expect.stringMatching(/^sprint 8$/i) as string },
    ]);
    expect(await listPlans(world, {})).toMatchObject([
      { kind: 'sprint', name: 'Sprint 9', tickets: 1 },
      { kind: 'sprint', tickets: 2 },
      { kind: 'sprint', name: 'Sprint 7', tickets: 1 },
      { kind: 'plan', name: 'Launch', tickets: 1 },
    ]);
    expect(await listPlans(world, { kind: 'plan' })).toHaveLength(1);
  });
});

describe('made by hand', () => {
  const names = async (folder?: string): Promise<string[]> =>
    (await makeMonthly(world, { month: '2026-01', ...(folder === undefined ? {} : { folder }) })).files
      .map(({ name }) => name)
      .toSorted();

  it('replace what Stint wrote, and stand beside what somebody changed', async () => {
    tomorrow();
    await makeDue(world);
    await addEntry(world, { date: '2026-01-15', ticket: 'TB-1', minutes: '1h', description: 'more' });
    const first = memory.files.texts.get(`${FOLDER}/rd-2026-01.csv`)!;
    memory.files.texts.set(`${FOLDER}/project-TB-2026-01.csv`, 'with my remarks');
    expect(await names()).toEqual([
      'project-APP-2026-01.csv',
      'project-APP-2026-01.pdf',
      'project-TB-2026-01 (2).csv',
      'project-TB-2026-01.pdf',
      'rd-2026-01.csv',
      'rd-2026-01.pdf',
    ]);
    expect(memory.files.texts.get(`${FOLDER}/rd-2026-01.csv`)).not.toBe(first);
    expect(memory.files.texts.get(`${FOLDER}/project-TB-2026-01.csv`)).toBe('with my remarks');
    // Once more: the second one is ours.
    expect(await names()).toContain('project-TB-2026-01 (2).csv');
    expect(lying().filter((name) => name.startsWith('project-TB') && name.endsWith('.csv'))).toHaveLength(2);
  });

  it('go to another folder on wish, where a stranger’s file keeps its name', async () => {
    memory.files.texts.set('/tmp/rd-2026-01.csv', 'of somebody');
    expect(await names('/tmp')).toContain('rd-2026-01 (2).csv');
    expect(memory.files.texts.get('/tmp/rd-2026-01.csv')).toBe('of somebody');
    expect([...memory.files.texts.keys()].filter((path) => path.startsWith(FOLDER))).toEqual([]);
  });

  it('are of last month, tell what failed, and are not told of', async () => {
    const { month, failed, files } = await makeMonthly({ ...world, paper: null }, {});
    expect(month).toBe('2026-01');
    expect(files.map(({ format }) => format)).toEqual(['csv', 'csv', 'csv']);
    expect(failed).toHaveLength(3);
    expect(failed[0]).toMatchObject({ report: 'rd', format: 'pdf', trouble: 'no-printer' });
    expect(await told()).toEqual([]);
  });

  it('need a folder and a month', async () => {
    await expect(makeMonthly(world, { month: '2026-13' })).rejects.toMatchObject({ code: 'usage' });
    await world.settings.set('reports.monthlyFolder', '');
    await expect(makeMonthly(world, {})).rejects.toMatchObject({
      code: 'usage',
      message: 'No folder is chosen for monthly reports.',
    });
  });
});
