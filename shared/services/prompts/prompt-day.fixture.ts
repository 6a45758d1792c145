import type { PresenceState } from '../../evidence/presence.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import type { Instant } from '../../values/instant.ts';
import { atClock, parseLocalDay } from '../../values/local-day.ts';
import { setSetting } from '../settings.ts';
import { listPrompts } from './list-prompts.ts';

export const BERLIN = 'Europe/Berlin';
const TUESDAY = parseLocalDay('2026-02-10')!;

/** A world at the end of a Tuesday. */
export const promptWorld = (): MemoryWorld => memoryWorld('2026-02-10T17:31:00+01:00', BERLIN);

/** A time of that Tuesday. */
export const at = (hour: number, minute = 0): Instant => atClock(TUESDAY, hour, minute, BERLIN);

/** What the prompts say. */
export const says = async (world: MemoryWorld) =>
  (await listPrompts(world)).map(({ title, text }) => `${title} ${text}`);

/** Presence of the person: at the machine, or away from it. */
export const was = (world: MemoryWorld, start: Instant, end: Instant, state: PresenceState = 'active') =>
  world.stores.evidence.putPresence({
    id: world.ids.next(start),
    user: 'max',
    start,
    end,
    state,
    backend: 'test',
    zone: BERLIN,
    open: false,
  });

/** Days and weeks are not reminded of. */
export const onlyAbsences = async (world: MemoryWorld) => {
  await setSetting(world, { key: 'reminders.endOfDay', value: false });
  await setSetting(world, { key: 'reminders.week', value: false });
};
