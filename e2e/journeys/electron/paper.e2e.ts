// A month on paper: the desktop app prints it in a page nobody sees, and a program of somebody else reads it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../world/story.ts';
import { until } from '../../world/wait.ts';
import { makeRepository } from '../../world/repository.ts';

/** @returns what poppler's program prints. */
function read(program: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr}`);
  return stdout;
}
const noPoppler = (): boolean =>
  process.env['STINT_E2E'] !== '1' && spawnSync('pdftotext', ['-v']).status === null;

/** So many tickets fill more than one sheet. */
const TICKETS = Array.from({ length: 70 }, (_, at) => `TB-${100 + at}`);

test('a report is printed by the app, asked from outside or in its window, and by nothing else', async ({
  home,
  stint,
  openWindow,
}) => {
  test.skip(noPoppler(), 'pdftotext is not installed');
  const repository = makeRepository(home, 'auction');
  const tickets = join(repository.path, '.tract', 'tickets');
  await mkdir(tickets, { recursive: true });
  await writeFile(
    join(tickets, 'TB-100.md'),
    '---\nid: TB-100\ntitle: "<script>document.title=1</script><img src=http://127.0.0.1:1/x>"\ntype: story\n---\n',
  );
  const out = join(home, 'rd.pdf');

  const refused = await stint.say('report', 'rd', '--month', '2026-02', '--format', 'pdf', '--out', out);
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain('printed by the desktop app');

  const { app, page } = await openWindow([]);
  await stint.json('repo', 'add', repository.path);
  const days = join(repository.path, '.tract', 'time', 'max');
  await mkdir(days, { recursive: true });
  await writeFile(
    join(days, '2026-02-10.yaml'),
    `date: 2026-02-10\nuser: max\nstatus: draft\nentries:\n${TICKETS.map((ticket) => `  - ticket: ${ticket}\n    duration: 15m\n    source: manual\n    description: work\n`).join('')}`,
  );
  await stint.json('import', 'tract', join(repository.path, '.tract'));
  const said = await stint.say('report', 'rd', '--month', '2026-02', '--format', 'pdf', '--out', out);
  expect(said.stderr).toBe('');
  expect(said.code).toBe(0);

  expect((await readFile(out)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const about = read('pdfinfo', out);
  expect(about).toMatch(/^Page size: +59\d(\.\d+)? x 84\d(\.\d+)? pts \(A4\)$/m);
  expect(about).toMatch(/^Tagged: +yes$/m);
  expect(about).toMatch(/^JavaScript: +no$/m);
  const sheets = read('pdftotext', '-layout', out, '-').split('\f').slice(0, -1);
  expect(sheets.length).toBeGreaterThan(1);
  for (const [at, sheet] of sheets.entries()) {
    expect(sheet).toContain('R&D report · 2026-02');
    expect(sheet).toContain(`Page ${at + 1} of ${sheets.length}`);
  }
  // Every ticket is there once in its table; the head of the table stands on each sheet it goes over.
  const all = sheets.join('\n');
  for (const ticket of TICKETS) expect(all).toContain(ticket);
  expect(all).toContain('<script>document.title=1</script>');
  expect(all.match(/^ *Category +Project +Ticket/gm)!.length).toBeGreaterThan(1);

  // The reports of a month by hand: the app writes them where the person said.
  await stint.json('config', 'set', 'reports.monthlyReports', '["rd","timesheet"]');
  const { files, failed } = await stint.json<{ files: { name: string }[]; failed: unknown[] }>(
    ...['report', 'monthly', '--month', '2026-02', '--folder', join(home, 'reports')],
  );
  expect(failed).toEqual([]);
  expect(files.map(({ name }) => name).filter((name) => name.endsWith('.pdf'))).toHaveLength(2);
  expect(read('pdftotext', join(home, 'reports', 'rd-2026-02.pdf'), '-')).toContain('HMRC guidelines');

  // The same from the window; the question where to is the desktop's and is answered here.
  const saved = join(home, 'saved.pdf');
  await app.evaluate(({ session }, path) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(path));
  }, saved);
  await page.evaluate(() => (location.hash = '/reports/rd?period=2026-02'));
  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('button', { name: 'Download as PDF' }).click();
  await until(
    'the whole file',
    () => existsSync(saved) && readFileSync(saved, 'latin1').trimEnd().endsWith('%%EOF'),
  );
  expect(read('pdftotext', saved, '-')).toContain('HMRC guidelines');
  // Whoever printed is gone: nothing is left but the window.
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
