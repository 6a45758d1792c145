import type { MemoryPerson } from '../../ports/memory-google.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { plusMinutes } from '../../values/instant.ts';
import type { Problem } from '../../values/problem.ts';
import { connectGoogle } from './google-calendar.ts';
import { googleReader } from './google-reader.ts';
import { personOf } from '../person.ts';
import { readEvidence } from './read-sources.ts';
import { listSources } from './sources.ts';

export const MAX = 'max@acme.com';
/** The calendar that is Max’s own. */
export const OWN = `google:${MAX}/${MAX}`;

/** A meeting of that day, as Google tells it. */
export const meeting = (id: string, from: string, to: string, summary = id, rest: object = {}) => ({
  id,
  summary,
  start: { dateTime: `2026-02-10T${from}:00+01:00` },
  end: { dateTime: `2026-02-10T${to}:00+01:00` },
  ...rest,
});

/** The problem that something ends with. */
export const problem = (doing: Promise<unknown>): Promise<Problem> =>
  doing.then(
    () => Promise.reject(new Error('it went well')),
    (error: Problem) => error,
  );

/** A world with a Google, and Max in it who has one meeting. */
export class GoogleDesk {
  readonly world: MemoryWorld = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', {
    'google.clientId': 'my-client.apps.googleusercontent.com',
  });
  readonly max: MemoryPerson = this.world.google.person(MAX);

  constructor() {
    this.max.own.put(meeting('a', '09:00', '10:00', 'TB-042 refinement'));
  }

  async connected(address = MAX): Promise<void> {
    await connectGoogle(this.world);
    await this.world.google.consent(address);
    await this.read();
  }

  async read(freshMs = 0) {
    const person = personOf(this.world);
    return readEvidence(this.world, person, { since: person.now, patienceMs: 3000, freshMs }, [googleReader]);
  }

  async kept(source = OWN): Promise<string[]> {
    const day = {
      start: plusMinutes(this.world.clock.now(), -24 * 60),
      end: plusMinutes(this.world.clock.now(), 24 * 60),
    };
    const events = await this.world.stores.calendar.between(day);
    return events.filter((event) => event.source === source).map(({ id, title }) => `${id} ${title}`);
  }

  async source(key: string) {
    return (await listSources(this.world, {}, [googleReader])).find((one) => one.key === key);
  }
}
