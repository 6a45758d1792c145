import { beforeEach, expect, it } from 'vitest';
import type { MemoryWorld } from '../ports/memory-world.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { addEntry, logWords } from './add-entry.ts';
import { editEntry, splitNow } from './edit-entry.ts';
import { viewDay } from './show-day.ts';
import { undoLast } from './undo.ts';

let world: MemoryWorld;
let id: string;
const at = (clock: string) => `2026-02-10T${clock}:00Z`;
const lines = async () => {
  const { day } = await viewDay(world, { date: '2026-02-10' });
  return day.entries.map(
    (entry) => `${entry.startedAt?.slice(11, 16)}-${entry.endedAt?.slice(11, 16)} ${entry.minutes}`,
  );
};

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00Z', 'UTC', {});
  const times = { startedAt: at('09:00'), endedAt: at('10:30') };
  id = (await addEntry(world, { date: '2026-02-10', ticket: 'TB-042', description: 'sockets', ...times })).id;
});

it('an entry is split at an instant, and undo makes it whole', async () => {
  await splitNow(world, { id, at: at('09:50') });
  expect(await lines()).toEqual(['09:00-09:50 50', '09:50-10:30 40']);
  await undoLast(world);
  expect(await lines()).toEqual(['09:00-10:30 90']);
});

it('rounded minutes are shared as the clock is, and both parts keep one', async () => {
  await editEntry(world, { id, minutes: 60 });
  await editEntry(world, { id, startedAt: at('09:00'), endedAt: at('10:30'), minutes: 60 });
  await splitNow(world, { id, at: '2026-02-10T10:29:45Z' });
  expect((await viewDay(world, { date: '2026-02-10' })).day.entries.map((entry) => entry.minutes)).toEqual([
    59, 1,
  ]);
});

it('says no outside of the entry, and where there is no clock', async () => {
  for (const where of [at('09:00'), at('10:30'), at('11:00'), 'soon']) {
    await expect(splitNow(world, { id, at: where })).rejects.toMatchObject({ code: 'usage' });
  }
  const typed = await logWords(world, { text: '2h on TB-7 for reading', date: '2026-02-10' });
  await expect(splitNow(world, { id: typed.id, at: at('09:30') })).rejects.toMatchObject({ code: 'usage' });
});

it('a stretch that is gone is a conflict, and is not guessed at', async () => {
  const times = { startedAt: at('11:00'), endedAt: at('12:00') };
  await expect(editEntry(world, { id, stretch: at('08:00'), ...times })).rejects.toMatchObject({
    code: 'conflict',
  });
  await editEntry(world, { id, stretch: at('09:00'), ...times });
  expect(await lines()).toEqual(['11:00-12:00 60']);
});
