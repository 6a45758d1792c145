import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commitAt, memoryWorld } from '../ports/memory-world.ts';
import { instant } from '../values/instant.ts';
import { logWords } from './add-entry.ts';
import { addRepositories } from './repositories.ts';
import { setCell } from './set-cell.ts';
import { showWeek } from './week.ts';

const WEEK = '2026-W07';
const DAYS = ['2026-02-09', '2026-02-10', '2026-02-11'];
const TICKETS = ['TB-042', 'TB-051', 'NEW-1'];

async function aWeek() {
  const world = memoryWorld('2026-02-13T18:00:00+01:00', 'Europe/Berlin', {
    'identity.emails': ['max@example.com'],
  });
  world.git.repositories.set('/work/shop', { commits: [], broken: null });
  const { commits } = world.git.repositories.get('/work/shop')!;
  for (const [at, subject] of [
    ['2026-02-09T09:00:00+01:00', 'TB-042: fix socket'],
    ['2026-02-09T10:20:00+01:00', 'TB-051: lock the row'],
    ['2026-02-10T10:00:00+01:00', 'TB-051: tests'],
  ] as const)
    commits.push(commitAt(instant(Date.parse(at)), subject, 'max@example.com'));
  await addRepositories(world, { path: '/work' });
  await logWords(world, { text: '40m on TB-042 for review on 2026-02-09' });
  return world;
}

it('whatever is typed, in whatever order: one cell changes to just that, and sums stay sums', async () => {
  const edit = fc.record({
    date: fc.constantFrom(...DAYS),
    ticket: fc.constantFrom(...TICKETS),
    minutes: fc.constantFrom('0', '15', '1h', '2h30m', '+20m', '-5m'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const world = await aWeek();
      const cells = async () => {
        const week = await showWeek(world, { week: WEEK });
        for (const [index, day] of week.days.entries())
          expect(week.tickets.reduce((sum, row) => sum + row.days[index]!, 0)).toBe(day.minutes);
        expect(week.tickets.reduce((sum, row) => sum + row.minutes, 0)).toBe(week.totals.minutes);
        return new Map<string, number>(
          week.tickets.flatMap((row) =>
            week.days.flatMap((day, index) =>
              row.days[index] === 0 ? [] : [[`${row.ticket} ${day.date}`, row.days[index]!] as const],
            ),
          ),
        );
      };
      let before = await cells();
      for (const one of edits) {
        const name = `${one.ticket} ${one.date}`;
        const outcome = await setCell(world, { ...one, description: 'typed in' }).catch(() => null);
        const after = await cells();
        const expected = new Map(before);
        if (outcome?.needs === null) expected.set(name, outcome.minutes);
        if (expected.get(name) === 0) expected.delete(name);
        expect(after).toEqual(expected);
        before = after;
      }
    }),
    { numRuns: 25 },
  );
});
