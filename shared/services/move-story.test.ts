import { beforeEach, expect, it } from 'vitest';
import type { MemoryWorld } from '../ports/memory-world.ts';
import { commitAt, memoryWorld } from '../ports/memory-world.ts';
import { instant, parseInstant } from '../values/instant.ts';
import { deriveNow } from './close-day.ts';
import { editEntry, removeEntry } from './edit-entry.ts';
import { addRepositories } from './repositories.ts';
import { viewDay } from './show-day.ts';
import { undoLast } from './undo.ts';

const me = 'max@example.com';
const at = (clock: string) => `2026-02-10T${clock}:00.000Z`;

let world: MemoryWorld;
const commit = (clock: string, subject: string) =>
  world.git.repositories.get('/work/shop')!.commits.push(commitAt(parseInstant(at(clock))!, subject, me));
/** Entries as `09:00-10:00 TB-1`, gaps as `10:00-11:00 ?`. */
const lines = async () => {
  const view = await viewDay(world, { date: '2026-02-10' });
  const say = (span: { startedAt: string; endedAt: string }, what: string) =>
    `${span.startedAt.slice(11, 16)}-${span.endedAt.slice(11, 16)} ${what}`;
  return [
    ...view.day.entries.flatMap((entry) =>
      view.details[entry.id]!.spans.map((span) => say(span, entry.ticket ?? '-')),
    ),
    ...view.gaps.map((gap) => say(gap, '?')),
  ].toSorted();
};
const entryOn = async (ticket: string) =>
  (await viewDay(world, { date: '2026-02-10' })).day.entries.find((entry) => entry.ticket === ticket)!;

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00Z', 'UTC', { 'identity.emails': [me] });
  world.git.repositories.set('/work/shop', { commits: [], broken: null });
  const start = parseInstant(at('09:00'))!;
  await world.stores.evidence.putPresence({
    id: world.ids.next(start),
    user: 'max',
    start,
    end: instant(start + 3 * 3_600_000),
    state: 'active',
    backend: 'test',
    zone: 'UTC',
    open: false,
  });
  commit('09:00', 'TB-1: sockets');
  commit('10:30', 'APP-2: login');
  await addRepositories(world, { path: '/work' });
});

it('an entry that is moved leaves a gap behind, and takes what it covers from proposals', async () => {
  expect(await lines()).toEqual(['09:00-10:30 TB-1', '10:30-12:00 APP-2']);
  const { id } = await entryOn('APP-2');
  await editEntry(world, { id, stretch: at('10:30'), startedAt: at('13:00'), endedAt: at('14:30') });
  expect(await lines()).toEqual(['09:00-10:30 TB-1', '10:30-12:00 ?', '13:00-14:30 APP-2']);
  await editEntry(world, { id, stretch: at('13:00'), startedAt: at('10:00'), endedAt: at('11:30') });
  expect(await lines()).toEqual(['09:00-10:00 TB-1', '10:00-11:30 APP-2', '11:30-12:00 ?']);
});

it('undo brings both back as they were', async () => {
  const { id } = await entryOn('APP-2');
  await editEntry(world, { id, stretch: at('10:30'), startedAt: at('10:00'), endedAt: at('11:30') });
  await undoLast(world);
  expect(await lines()).toEqual(['09:00-10:30 TB-1', '10:30-12:00 APP-2']);
});

it('made shorter, the rest is a gap; other evidence for it still counts', async () => {
  const { id } = await entryOn('APP-2');
  await editEntry(world, { id, stretch: at('10:30'), startedAt: at('10:30'), endedAt: at('11:00') });
  expect(await lines()).toEqual(['09:00-10:30 TB-1', '10:30-11:00 APP-2', '11:00-12:00 ?']);
  commit('11:00', 'HR-3: minutes');
  await addRepositories(world, { path: '/work' });
  await deriveNow(world, { date: '2026-02-10' });
  expect(await lines()).toEqual(['09:00-10:30 TB-1', '10:30-11:00 APP-2', '11:00-12:00 HR-3']);
});

it('deleted after it was moved, neither place is proposed again', async () => {
  const { id } = await entryOn('APP-2');
  await editEntry(world, { id, stretch: at('10:30'), startedAt: at('13:00'), endedAt: at('14:30') });
  await removeEntry(world, { id });
  expect(await lines()).toEqual(['09:00-10:30 TB-1', '10:30-12:00 ?']);
});
