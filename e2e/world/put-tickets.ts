// A program of its own: gives the person `max` so many tickets (TB-1 …), each with an hour on a day of its own, through
// the store itself.
//
//     node put-tickets.ts HOME COUNT
import { createSystemClock } from '#electron/adapters/system-clock.ts';
import { createUuidSource } from '#electron/adapters/uuid-source.ts';
import { openStorage } from '#electron/storage/open-storage.ts';
import { sampleEntry } from '#shared/entries/sample-entry.ts';
import type { Entry } from '#shared/entries/entry.ts';
import { addDays, parseLocalDay } from '#shared/values/local-day.ts';
import { parseTicketId } from '#shared/values/ticket-id.ts';

const [home, count] = process.argv.slice(2);
const first = parseLocalDay('2017-01-01');
if (!home || !count || first === null) throw new Error('usage: put-tickets.ts HOME COUNT');
const WORDS = [
  'socket',
  'archive',
  'login',
  'table',
  'report',
  'search',
  'import',
  'colours',
  'cache',
  'work',
];

const ids = createUuidSource();
const clock = createSystemClock();
const storage = await openStorage(home, { clock, ids });
const entryOf = (number: number): Entry => ({
  ...sampleEntry('made', '', {
    user: 'max',
    date: addDays(first, number),
    ticket: parseTicketId(`TB-${number}`),
    project: 'TB',
    source: 'manual',
    state: 'edited',
    description: `${WORDS[number % 10]} ${WORDS[Math.floor(number / 10) % 10]} ${number}`,
  }),
  id: ids.next(clock.now()),
});
await storage.stores.ledger.commit({
  actor: 'max',
  operation: 'entry.add',
  why: 'made for a test',
  changes: Array.from({ length: Number(count) }, (_, n) => ({
    noun: 'entry' as const,
    before: null,
    after: entryOf(n + 1),
  })),
});
storage.close();
