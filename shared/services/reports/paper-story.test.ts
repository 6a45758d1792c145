import { describe, expect, it } from 'vitest';
import { memoryWorld } from '../../ports/memory-world.ts';
import type { PrintedPage } from '../../ports/paper.ts';
import type { World } from '../../ports/world.ts';
import { base64OfBytes } from '../../values/base64.ts';
import { addEntry } from '../add-entry.ts';
import type { ReportWish } from './write-report.ts';
import { showReport } from './write-report.ts';

const PDF = Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0xe2]);

async function monday(): Promise<{ world: World; printed: PrintedPage[] }> {
  const world = memoryWorld('2026-02-09T12:00:00+01:00', 'Europe/Berlin', { 'identity.user': 'max' });
  await addEntry(world, {
    date: '2026-02-09',
    ticket: 'TB-042',
    minutes: '2h',
    description: '<b>socket</b>',
  });
  const printed: PrintedPage[] = [];
  const paper = {
    print: async (page: PrintedPage) => {
      printed.push(page);
      return PDF;
    },
  };
  return { world: { ...world, paper }, printed };
}

describe('a report that is wanted as a file only', () => {
  it('is that file, and neither data nor tables besides', async () => {
    const { world } = await monday();
    const wish: ReportWish = { week: '2026-W07', format: 'csv' };
    const whole = await showReport(world, 'timesheet', wish);
    const bare = await showReport(world, 'timesheet', { ...wish, fileOnly: true });
    expect(whole.tables).not.toEqual([]);
    expect(whole.data).toMatchObject({ total: '2h00m', by_day: { '2026-02-09': '2h00m' } });
    expect(bare).toEqual({ ...whole, data: {}, tables: [] });
    expect(bare.file?.text).toContain('TB-042');
  });

  it('has to be some file', async () => {
    const { world } = await monday();
    await expect(showReport(world, 'timesheet', { fileOnly: true })).rejects.toMatchObject({
      code: 'usage',
      message: 'Only a file was asked for, and none was named.',
    });
  });
});

describe('a report on paper', () => {
  it('is the report’s own page, with what it is and its number on every sheet', async () => {
    const { world, printed } = await monday();
    const { file } = await showReport(world, 'timesheet', { week: '2026-W07', format: 'pdf' });
    expect(file).toMatchObject({
      name: 'timesheet-max-2026-W07.pdf',
      mediaType: 'application/pdf',
      text: null,
    });
    expect(file!.base64).toBe(base64OfBytes(PDF));
    const html = (await showReport(world, 'timesheet', { week: '2026-W07', format: 'html' })).file!.text;
    expect(printed).toEqual([
      {
        html,
        header: 'Weekly timesheet · 2026-W07 · max',
        footer: 'Stint · 2026-02-09',
        numbering: 'Page {page} of {pages}',
        isLandscape: false,
      },
    ]);
  });

  it('speaks German where it is asked to', async () => {
    const { world, printed } = await monday();
    await showReport(world, 'timesheet', { week: '2026-W07', format: 'pdf', language: 'de' });
    expect(printed[0]).toMatchObject({ numbering: 'Seite {page} von {pages}' });
    expect(printed[0]!.html).toContain('<html lang="de">');
  });

  it('says in German how far days have come, where time is from, and what has no ticket', async () => {
    const { world } = await monday();
    await addEntry(world, { date: '2026-02-09', minutes: '1h', description: 'call' });
    const shown = async (id: 'timesheet' | 'ticket', wish: ReportWish): Promise<string> =>
      (await showReport(world, id, { ...wish, language: 'de' })).file?.text ?? '';
    const week = { week: '2026-W07' };
    const html = await shown('timesheet', { ...week, format: 'html' });
    expect(html).toContain('<td>Entwurf</td>');
    expect(html).toContain('>Kein Ticket</th>');
    expect(html).toContain('Status: 1 im Entwurf.');
    expect(await shown('timesheet', { ...week, format: 'md' })).toContain('| 3h00m | Entwurf |');
    const ticket = await shown('ticket', { ticket: 'TB-042', format: 'md' });
    expect(ticket).toContain('alle Zeit');
    expect(ticket).toContain('| Von Hand |');
    // What programs read by stays.
    expect(await shown('timesheet', { ...week, table: 'by_day', format: 'csv' })).toContain(',draft');
    expect(await shown('timesheet', { ...week, format: 'yaml' })).toContain('status: 1 draft');
  });

  it('is refused in words where nothing prints, and nothing else is', async () => {
    const { world } = await monday();
    const bare: World = { ...world, paper: null };
    await expect(showReport(bare, 'timesheet', { format: 'pdf' })).rejects.toMatchObject({
      code: 'refused',
      message: 'A PDF is printed by the desktop app, which is not what answers here.',
      remedy: 'Ask again while the desktop app runs, or take --format html and print that.',
    });
    expect((await showReport(bare, 'timesheet', { format: 'html' })).file?.name).toMatch(/\.html$/);
  });
});
