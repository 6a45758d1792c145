// A program of its own: writes presence into a data folder as heartbeats would have, through the store itself.
//
//     node put-presence.ts HOME USER ZONE START END [START END …]      (instants with offset)
import { createSystemClock } from '#electron/adapters/system-clock.ts';
import { createUuidSource } from '#electron/adapters/uuid-source.ts';
import { openStorage } from '#electron/storage/open-storage.ts';
import { parseInstant } from '#shared/values/instant.ts';

const [home, user, zone, ...times] = process.argv.slice(2);
if (!home || !user || !zone || times.length === 0 || times.length % 2 !== 0) {
  throw new Error('usage: put-presence.ts HOME USER ZONE START END [START END …]');
}
const ids = createUuidSource();
const storage = await openStorage(home, { clock: createSystemClock(), ids });
for (let index = 0; index < times.length; index += 2) {
  const start = parseInstant(times[index]!);
  const end = parseInstant(times[index + 1]!);
  if (start === null || end === null) throw new Error(`not instants: ${times[index]} ${times[index + 1]}`);
  const span = {
    id: ids.next(start),
    user,
    start,
    end,
    zone,
    state: 'active',
    backend: 'test',
    open: false,
  } as const;
  await storage.stores.evidence.putPresence(span);
}
storage.close();
