import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import type { ChangeEvent, World } from '#shared/ports/world.ts';
import { whatToTell } from '#shared/review/telling.ts';
import { gatherPrompts } from '#shared/services/prompts/gather-prompts.ts';
import type { Gathered } from '#shared/services/prompts/gather-prompts.ts';
import { describePrompts } from '#shared/services/prompts/list-prompts.ts';
import { withNotes } from '#shared/services/prompts/prompt-notes.ts';
import type { Person } from '#shared/services/person.ts';
import { personOf } from '#shared/services/person.ts';
import type { Instant } from '#shared/values/instant.ts';
import { instant } from '#shared/values/instant.ts';
import type { Zone } from '#shared/values/local-day.ts';
import type { Job } from './schedule.ts';

/** Tells the person, all in one. */
export type Tell = (prompts: readonly PromptShape[]) => void;

/** A sleeping machine wakes late and clocks are set: so often it is checked whether the time has come. No database is asked for that. */
const CHECK_MS = 60_000;
/** Changes come in bursts. */
const SETTLE_MS = 1000;

/** What may make something wait, or no longer. Evidence that is read tells of the days it changed. */
const MOVES: ReadonlySet<ChangeEvent['kind']> = new Set([
  'day',
  'session',
  'presence',
  'settings',
  'projects',
  'sources',
  'prompts',
]);

export interface Reminding {
  readonly job: Job;
  /** Looks now. */
  look(): Promise<void>;
  end(): void;
}

/**
 * Looks what waits for the person whenever something changed or a time has come (the end of the day, a meeting, the end of
 * being put off), tells windows when it is something else than before, and the person once.
 * @param tell null: nobody is told (a host without a desktop); it waits in the window and in `stint prompts`.
 */
export function reminding(world: World, tell: Tell | null): Reminding {
  let due: Instant = instant(0);
  let zone: Zone | null = null;
  let isStale = true;
  let before = '';
  let soon: NodeJS.Timeout | null = null;
  let isOver = false;
  let last: Promise<void> = Promise.resolve();

  const lookOnce = async (): Promise<void> => {
    if (isOver) return;
    isStale = false;
    const person = personOf(world);
    const gathered = await gatherPrompts(world, person);
    ({ due } = gathered);
    ({ zone } = person);
    const now = JSON.stringify(gathered.prompts);
    if (now !== before) {
      const isFirst = before === '';
      before = now;
      if (!isFirst || gathered.prompts.length > 0) publish();
    }
    if (tell !== null) await tellOnce(world, person, gathered, tell);
  };
  /** Our own word that something changed is none to look again for. */
  let isPublishing = false;
  const publish = (): void => {
    isPublishing = true;
    world.events.publish({ kind: 'prompts' });
    isPublishing = false;
  };
  const look = (): Promise<void> => {
    last = last.catch(() => undefined).then(lookOnce);
    return last;
  };
  const unsubscribe = world.events.subscribe(({ kind }) => {
    if (isPublishing || !MOVES.has(kind)) return;
    isStale = true;
    soon ??= setTimeout(() => {
      soon = null;
      look().catch((error: unknown) => world.log.error('job.reminders', error));
    }, SETTLE_MS).unref();
  });
  return {
    look,
    job: {
      name: 'reminders',
      // The start of the program belongs to the tray.
      firstAfterMs: 4000,
      everyMs: () => Math.min(CHECK_MS, Math.max(SETTLE_MS, due - world.clock.now())),
      run: async () => {
        const person = personOf(world);
        if (isStale || person.now >= due || person.zone !== zone) await look();
      },
    },
    end() {
      isOver = true;
      if (soon !== null) clearTimeout(soon);
      unsubscribe();
    },
  };
}

/** It is noted before it is told: told twice is worse than not at all, for it waits in the window all the same. */
async function tellOnce(
  world: World,
  person: Person,
  { prompts, notes, meetings }: Gathered,
  tell: Tell,
): Promise<void> {
  const telling = whatToTell(prompts, notes, {
    now: person.now,
    presence: world.presence.current().state,
    meetings,
    quiet: person.settings['reminders.quiet'],
  });
  if (telling === null) return;
  const shapes = await describePrompts(world, person, telling.prompts);
  await world.stores.prompts.put(
    telling.parts.map((part) => withNotes(notes, person, part, { saidAt: person.now })),
  );
  tell(shapes);
}
