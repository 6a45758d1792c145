// Plays a story: one run after the other on the same stores and the same service, some cut short, the last ones in peace.
import type { FakeEntry, FakeProvider } from '../world/providers/fake-provider.ts';
import type { FaultyHttp } from '../world/providers/faulty-http.ts';
import type { OutboxRow } from '#shared/entries/booking.ts';
import type { Entry } from '#shared/entries/entry.ts';
import type { Plan, SyncResult } from '#shared/contract/booking-shapes.ts';
import type { Stores } from '#shared/ports/stores.ts';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { PROVIDERS } from '#shared/providers/catalogue.ts';
import { planBooking, syncBooking } from '#shared/services/booking/book.ts';
import { accountOf, tokenName } from '#shared/services/connections/open-provider.ts';
import { personOf } from '#shared/services/person.ts';
import type { SettingKey } from '#shared/settings/catalogue.ts';
import { Problem } from '#shared/values/problem.ts';
import { faultyHttp } from '../world/providers/faulty-http.ts';
import { Fates } from '../world/providers/faults.ts';
import { makeFake } from '../world/providers/make-fake.ts';
import type { Story, StoryRun } from './booking-story.ts';
import { lookOn } from './onlooker.ts';
import { begin } from './mortal-world.ts';
import type { VirtualTime } from './virtual-time.ts';
import { virtualTime } from './virtual-time.ts';
import type { DoneThere } from './week-of-work.ts';
import { change, entriesNow, mapUnits, nothingDone, USER, WEEK, workWeek, ZONE } from './week-of-work.ts';

const BASE_URL = 'https://service.example/api';
/** More than any quota needs; a story that takes longer never ends. */
const MOST_ROUNDS = 60;
const HOUR_MS = 3_600_000;

/** How a story ended. */
export interface Ending {
  readonly story: Story;
  readonly fake: FakeProvider;
  readonly http: FaultyHttp;
  readonly there: DoneThere;
  readonly entries: readonly Entry[];
  readonly remote: readonly FakeEntry[];
  readonly outbox: readonly OutboxRow[];
  readonly plan: Plan;
  readonly last: SyncResult;
  /** What a run ended with that was no answer for a person. */
  readonly breakdowns: readonly unknown[];
  /** What was done on the way that must not be. */
  readonly breaches: readonly string[];
}

/** Where a story's rows are kept; in memory unless told. */
export type OpenStores = (earth: MemoryWorld) => Promise<Stores>;

export async function playStory(
  story: Story,
  open: OpenStores = async ({ stores }) => stores,
): Promise<Ending> {
  const scene = await setScene(story, open);
  const { earth, fake, http, fates } = scene;
  const there = nothingDone();
  const breakdowns: unknown[] = [];
  for (const run of story.runs) {
    earth.clock.advance(run.after * 1000);
    for (const does of run.changes) await change(earth, fake, there, does);
    fates.become(run.schedule);
    await live(scene, story, run, breakdowns);
    for (const row of await outboxOf(earth, story)) noteAdopted(there, row);
  }
  fates.become([]);
  http.arrive();
  const last = await settle(scene, story, breakdowns);
  const outbox = await outboxOf(earth, story);
  for (const row of outbox) noteAdopted(there, row);
  return {
    story,
    fake,
    http,
    there,
    entries: await entriesNow(earth),
    remote: fake.entries(),
    outbox,
    plan: await planBooking(begin(earth, http, scene.time, null).world, {
      ...what(story),
      ...(story.settle === null ? {} : { conflicts: story.settle }),
      delete: true,
    }),
    last,
    breakdowns,
    breaches: scene.breaches,
  };
}

async function outboxOf(earth: MemoryWorld, { provider }: Story): Promise<readonly OutboxRow[]> {
  const of = accountOf(personOf(earth), PROVIDERS[provider]);
  const entries = await entriesNow(earth);
  return earth.stores.outbox.ofEntries(
    of,
    entries.map((entry) => entry.id),
  );
}

function noteAdopted(there: DoneThere, { remoteId }: OutboxRow): void {
  if (remoteId !== null && there.byHand.has(remoteId)) there.adopted.add(remoteId);
}

/** What outlives the program: the disk, the service, the network and time. */
interface Scene {
  readonly earth: MemoryWorld;
  readonly fake: FakeProvider;
  readonly http: FaultyHttp;
  readonly fates: Fates;
  readonly time: VirtualTime;
  readonly breaches: string[];
}

async function setScene(story: Story, open: OpenStores): Promise<Scene> {
  const { provider } = story;
  const inMemory = memoryWorld('2026-02-15T20:00:00+01:00', ZONE, {
    'identity.user': USER,
    'booking.provider': provider,
    'booking.include': story.include,
  });
  const earth = { ...inMemory, stores: await open(inMemory) };
  const fake = makeFake(provider, { now: () => earth.clock.now() });
  const set = (name: string, value: string): Promise<void> =>
    earth.settings.set(`providers.${provider}.${name}` as SettingKey, value);
  await set('baseUrl', BASE_URL);
  for (const [name, value] of Object.entries(fake.ids)) await set(name, value);
  earth.secrets.kept.set(tokenName(provider), fake.token);
  await mapUnits(earth, fake);
  await workWeek(earth, story);
  const fates = new Fates();
  const time = virtualTime(earth.clock);
  const clock = { now: earth.clock.now, wait: time.wait };
  return {
    earth,
    fake,
    http: faultyHttp({ fake, baseUrl: BASE_URL, clock, fates }),
    fates,
    time,
    breaches: [],
  };
}

/** One run of the program, from its start to its end or death. */
async function live(
  { earth, fake, http, time, breaches }: Scene,
  story: Story,
  run: Pick<StoryRun, 'conflicts' | 'delete' | 'death'>,
  breakdowns: unknown[],
): Promise<SyncResult | null> {
  await earth.stores.outbox.recover(earth.clock.now());
  const seen = lookOn(http, fake, () => outboxOf(earth, story), breaches);
  const { world, died } = begin(earth, seen, time, run.death);
  const booked = syncBooking(world, {
    ...what(story),
    delete: run.delete,
    ...(run.conflicts === null ? {} : { conflicts: run.conflicts }),
  });
  try {
    const ended = await Promise.race([booked, died]);
    return ended === 'died' ? null : (ended as SyncResult);
  } catch (error) {
    if (!(error instanceof Problem)) breakdowns.push(error);
    return null;
  }
}

/** In good weather until nothing is left to be done. */
async function settle(scene: Scene, story: Story, breakdowns: unknown[]): Promise<SyncResult> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // Past every hold and every quota.
    scene.earth.clock.advance(HOUR_MS + 60_000);
    const run = { conflicts: story.settle, delete: true, death: null };
    const result = await live(scene, story, run, breakdowns);
    if (result !== null && isQuiet(result)) return result;
  }
  throw new Error(`still waiting after ${MOST_ROUNDS} runs in good weather`);
}

const isQuiet = ({ created, updated, deleted, adopted, waiting }: SyncResult): boolean =>
  created + updated + deleted + adopted + waiting === 0;

const what = (story: Story): { provider: Story['provider']; week: string } => ({
  provider: story.provider,
  week: WEEK,
});
