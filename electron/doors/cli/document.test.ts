import { expect, it } from 'vitest';
import { commandLineDesk } from './command-line-desk.fixture.ts';

const desk = commandLineDesk();

it('a report is no wider than the terminal, or than it is asked to be, whoever writes it', async () => {
  await desk.stint(['log', '2h on TB-42 for docs']);
  const widthOf = async (columns?: number, ...more: string[]): Promise<number> => {
    const ran = await desk.stint(
      ['report', 'rd', ...more],
      desk.home,
      columns === undefined ? {} : { columns },
    );
    return Math.max(...ran.out.split('\n').map((line) => line.length));
  };
  const widths = async (): Promise<number[]> => [
    await widthOf(),
    await widthOf(60),
    await widthOf(60, '--width', '70'),
    await widthOf(20),
  ];
  const alone = await widths();
  const [free = 0, narrow = 0, asked = 0, least = 0] = alone;
  expect(free).toBeGreaterThan(70);
  expect(asked).toBeLessThanOrEqual(70);
  expect(asked).toBeGreaterThan(60);
  expect(narrow).toBeLessThanOrEqual(60);
  expect(narrow).toBeGreaterThan(40);
  expect(least).toBe(40);
  await desk.serve();
  expect(await widths()).toEqual(alone);
});

it('what is printed or saved is asked for as a file only, and as data it is whole', async () => {
  await desk.stint(['log', '2h on TB-42 for docs']);
  const json = await desk.stint(['report', 'timesheet', '--json', '--format', 'csv']);
  expect(JSON.parse(json.out)).toMatchObject({ total: '2h00m', by_ticket: { 'TB-42': '2h00m' } });
  expect((await desk.stint(['report', 'timesheet'])).out).toContain('TB-42');
  expect((await desk.stint(['report', 'timesheet', '--format', 'csv'])).out).toMatch(/TB-42,.*120/);
  expect((await desk.stint(['help', 'report', 'timesheet'])).out).not.toContain('file-only');
});
