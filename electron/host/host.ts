import type { AnyRouter } from '@orpc/server';
import { followConfiguration } from '#shared/ports/configuration.ts';
import type { World } from '#shared/ports/world.ts';
import { createEventBus } from '../adapters/event-bus.ts';
import { createConfigFiles, NO_CONFIG_FILES } from '../adapters/config-files.ts';
import { createClaudeFiles } from '../adapters/claude/claude-files.ts';
import { createGitReader } from '../adapters/git/git-reader.ts';
import { createGoogleCalendars } from '../adapters/google/google-calendars.ts';
import { createLogFile } from '../adapters/log-file.ts';
import { createSecrets } from '../adapters/secrets/secrets.ts';
import { createSettingsFile } from '../adapters/settings-file.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { createUuidSource } from '../adapters/uuid-source.ts';
import { openStorage } from '../storage/open-storage.ts';
import { ensureDataFolder } from './data-folder.ts';
import { demoDesk } from './demo/demo-desk.ts';
import { noGlobalKeys } from './no-global-keys.ts';
import type { HostOptions } from './host-options.ts';
import { readHostRecord, removeHostRecord } from './host-record.ts';
import { latePorts } from './late-ports.ts';
import { thisMachine } from './machine.ts';
import type { Presence } from '../jobs/presence.ts';
import type { Tell } from '../jobs/reminder-job.ts';
import { presenceOf } from './presence.ts';
import { recoverOnStart } from './recover.ts';
import type { Serving } from './serving.ts';
import { takeFolder } from './take-folder.ts';

/** A data folder in use: its world, the operations on it, and when asked, its doors and jobs. */
export interface Host {
  readonly home: string;
  readonly world: World;
  /**
   * The operations, for a door. Loaded when it is first asked for: the RPC library takes as long to load as the data
   * folder takes to open, and the tray stands without it.
   */
  router(): Promise<AnyRouter>;
  /**
   * Carries out one operation here, as a door would.
   * @param byAgent an agent asks by itself: no sign that the person is there.
   * @throws Problem.
   */
  perform(operation: readonly string[], input: unknown, byAgent?: boolean): Promise<unknown>;
  /** Somebody used a door: the person, or something acting for them, is there. */
  signOfLife(): void;
  /**
   * Opens the doors and starts the jobs. Call it once, when the program stands (tray or terminal).
   * @param options.port of the HTTP door instead of the setting's.
   * @param options.tell tells the person what waits for them; without it nobody is told.
   * @throws Problem `conflict` when `stint serve` cannot have its port.
   */
  startServing(options?: { readonly port?: number | null; readonly tell?: Tell }): Promise<Serving>;
  /**
   * Shuts doors, ends jobs, writes down what is in hand, lets go of the folder. Quick, and may be called twice.
   * Presence ends at its last heartbeat. A running session is kept open: quitting stops nothing silently; the next
   * host goes on with it, or ends it at its last heartbeat when it was away for longer than that (design §2 Presence).
   */
  close(): Promise<void>;
}

/**
 * Opens a data folder. One host at a time; a command waits for a moment, a second host is refused.
 * @throws Problem `conflict` naming the running host, `failed` when folder or database cannot be used.
 */
export async function openHost(options: HostOptions): Promise<Host> {
  const { home, kind } = options;
  const ends: (() => void | Promise<void>)[] = [];
  const closeAll = closer(ends);
  try {
    ensureDataFolder(home);
    const lock = takeFolder(home, options.lockWaitMs ?? 2000);
    ends.push(() => lock.release());

    const clock = options.madeUp?.clock ?? createSystemClock();
    const ids = createUuidSource();
    const log = createLogFile(home, clock);
    const storage = await openStorage(home, { clock, ids, log });
    ends.push(() => storage.close());

    const events = createEventBus(log);
    const { settings, configuration } = followConfiguration({
      app: createSettingsFile(home, clock, options.settingsFile),
      // Made-up data is decided by made-up settings alone.
      files: options.madeUp === undefined ? createConfigFiles() : NO_CONFIG_FILES,
      repositories: () => storage.stores.repositories.list(),
      changed: () => events.publish({ kind: 'settings' }),
    });
    const git = createGitReader({ worker: kind !== 'command' });
    ends.push(() => git.close());
    const late = latePorts(home, clock);
    const browse = options.browse ?? null;
    const google = createGoogleCalendars({ http: late.http, clock, browse, stays: kind !== 'command' });
    ends.push(() => google.close());

    const machine = thisMachine(home);
    const demo = demoDesk(options.startDemo ?? null, () => machine.httpUrl());
    ends.push(() => demo.close());

    const parts = {
      ...late,
      machine,
      clock,
      ids,
      stores: storage.stores,
      settings,
      configuration,
      git,
      upkeep: storage.upkeep,
      dump: storage.dump,
      audit: storage.audit,
      events,
      log,
      secrets: createSecrets({ home, env: process.env, keychain: options.keychain ?? null }),
      google,
      globalKeys: options.globalKeys ?? noGlobalKeys(settings),
      paper: options.paper ?? null,
      claude: createClaudeFiles({ home, clock, worker: kind !== 'command' }),
      demo,
      random: Math.random,
      ...options.madeUp?.outside,
    };
    const presence: Presence = presenceOf(parts, options.sensor, kind !== 'command');
    const world: World = { ...parts, presence };
    // A command looks when it carries out its operation, and only once: it must be quick.
    if (kind !== 'command') await configuration.refresh();
    await mend(world, home, kind);
    // What was on its way when the last one ended is not known now: it is looked up before it is repeated.
    await world.stores.outbox.recover(clock.now());

    const router = once(async () => (await import('./router.ts')).buildRouter(world));
    const signOfLife = (): Promise<void> => presence.signOfLife();
    const perform = once(async () => (await import('./perform.ts')).performer(world, signOfLife));
    let serving: Promise<Serving> | null = null;
    return {
      home,
      world,
      router,
      perform: async (operation, input, byAgent) => {
        const answer = await (await perform())(operation, input, byAgent);
        if (kind === 'command' && world.settings.get()['booking.timers']) {
          const { followSessionOnce } = await import('../jobs/live-timers-job.ts');
          await followSessionOnce(world, operation);
        }
        return answer;
      },
      signOfLife: () => void signOfLife(),
      startServing: (wishes = {}) =>
        // Loaded here: neither a command nor the way to the tray has use for doors and jobs.
        (serving ??= import('./start.ts').then(({ startHost }) =>
          startHost(
            {
              home,
              kind,
              world,
              router,
              presence,
              storage,
              port: wishes.port ?? null,
              tell: wishes.tell ?? null,
              sensor: options.sensor,
            },
            ends,
          ),
        )),
      close: async () => {
        // Doors that are just being opened would be left open behind us.
        await serving?.catch(() => undefined);
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Does it the first time it is asked for, and remembers. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

/** A record that lies there although we hold the lock was left by a crash. Commands look only then: they must be quick. */
async function mend(world: World, home: string, kind: HostOptions['kind']): Promise<void> {
  const left = readHostRecord(home);
  const hosting = kind !== 'command';
  if (left === null && !hosting) return;
  await recoverOnStart(world, { crashed: left !== null, hosting });
  // The next host writes its own when its doors are open.
  if (left !== null) removeHostRecord(home, left.pid);
}

/** Ends what was begun, the last first, once; one that fails does not keep the others from ending. */
function closer(ends: readonly (() => void | Promise<void>)[]): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const end of ends.toReversed()) {
      try {
        await end();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  };
  return () => (closing ??= run());
}
