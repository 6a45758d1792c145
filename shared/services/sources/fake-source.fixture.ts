import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { parseLocalDay } from '../../values/local-day.ts';
import { personOf } from '../person.ts';
import { readEvidence } from './read-sources.ts';
import type { Reading, SourceReader } from './source-reader.ts';
import { listSources } from './sources.ts';

export const TODAY = parseLocalDay('2026-02-10')!;

/** A world in the evening of that day. */
export const eveningWorld = (): MemoryWorld => memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin');

/** A calendar, as the test says what it does when it is read. */
interface Fake extends SourceReader {
  sources: { key: string; name: string; off?: string | null }[];
  does: (reading: Reading, key: string) => Promise<readonly (typeof TODAY)[]>;
  readonly read_: string[];
  readonly marks: (string | null)[];
}

/** Such a calendar; plain, where the test says nothing. */
export function fake(given: Partial<Fake> = {}): Fake {
  const made: Fake = {
    kind: 'ics',
    way: 'remote',
    sources: [{ key: 'ics:1', name: 'Work' }],
    does: async () => [],
    read_: [],
    marks: [],
    list: async () => made.sources,
    async read(_world, _person, key, _since, reading) {
      made.read_.push(key);
      made.marks.push(reading.mark);
      return made.does(reading, key);
    },
    today: async () => '2 meetings',
    ...given,
  };
  return made;
}

/** Reads a source as the services do. */
export const read = (world: MemoryWorld, reader: SourceReader, freshMs = 0) =>
  readEvidence(world, personOf(world), { since: personOf(world).now, patienceMs: 3000, freshMs }, [reader]);

/** How a source is listed. */
export const one = async (world: MemoryWorld, reader: SourceReader, key = 'ics:1') =>
  (await listSources(world, {}, [reader])).find((source) => source.key === key);
