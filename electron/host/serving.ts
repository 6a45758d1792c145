import type { AnyRouter } from '@orpc/server';
import { join } from 'node:path';
import type { World } from '#shared/ports/world.ts';
import type { Core } from '../doors/core.ts';
import type { HttpDoor } from '../doors/http-door.ts';
import { dashboardDesk } from './dashboard-desk.ts';
import { editorDesk } from './editor-desk.ts';
import { evidenceRoom } from './evidence-room.ts';
import { writeHostRecord, removeHostRecord } from './host-record.ts';
import { programFolder, programVersion } from './program.ts';

/** The doors of a host that is open for others. */
export interface Serving {
  /** Address of the HTTP door, or null while it is shut. */
  url(): string | null;
  /** A link that lets one browser in once; null while the HTTP door is shut. */
  oneTimeUrl(): string | null;
  readonly token: string;
  close(): Promise<void>;
}

export interface ServingOptions {
  readonly home: string;
  readonly kind: 'desktop' | 'headless';
  readonly world: World;
  readonly router: AnyRouter;
  readonly signOfLife: () => void;
  /** Port of the HTTP door instead of the setting's. */
  readonly port: number | null;
}

/**
 * Opens the local socket for the CLI, and the HTTP door: always in `stint serve`, in the desktop app while the setting
 * `doors.http` is on (design §3 "One writer"). The servers are loaded only here, for a command needs none.
 * @throws Problem `conflict` when `stint serve` cannot have its port; the desktop app notes it in the log and goes on.
 */
export async function openDoors(options: ServingOptions): Promise<Serving> {
  const { home, kind, world } = options;
  const [{ openCore }, { openSocketDoor }, { ensureToken }] = await Promise.all([
    import('../doors/core.ts'),
    import('../doors/socket-door.ts'),
    import('../doors/http/token.ts'),
  ]);
  const token = ensureToken(home);
  const core = openCore(options.router, { log: world.log, signOfLife: options.signOfLife });
  const socket = await openSocketDoor(home, core, token);
  const record = (url: string | null): void =>
    writeHostRecord(home, { pid: process.pid, kind, version: programVersion(), socket: socket.address, url });

  const http = httpSwitch(options, core, token, record);
  try {
    await http.follow(kind === 'headless' ? 'open' : 'setting');
  } catch (error) {
    await socket.close();
    throw error;
  }
  const unsubscribe = world.events.subscribe((event) => {
    if (event.kind === 'settings' && kind === 'desktop') void http.follow('setting');
  });
  return {
    token,
    url: () => http.door()?.url ?? null,
    oneTimeUrl: () => http.door()?.oneTimeUrl() ?? null,
    async close() {
      unsubscribe();
      removeHostRecord(home, process.pid);
      await Promise.all([socket.close(), http.follow('shut')]);
    },
  };
}

/** The HTTP door as a thing that is switched on and off; changes wait for one another. */
function httpSwitch(
  options: ServingOptions,
  core: Core,
  token: string,
  record: (url: string | null) => void,
) {
  let door: HttpDoor | null = null;
  let openedFor: number | null = null;
  let last: Promise<void> = Promise.resolve();

  const apply = async (wanted: 'open' | 'shut' | 'setting'): Promise<void> => {
    const settings = options.world.settings.get();
    const isOn = wanted === 'open' || (wanted === 'setting' && settings['doors.http']);
    const port = options.port ?? settings['doors.httpPort'];
    if (door !== null && (!isOn || openedFor !== port)) {
      await door.close();
      door = null;
    }
    if (isOn && door === null) {
      const { openHttpDoor } = await import('../doors/http-door.ts');
      const { clock } = options.world;
      door = await openHttpDoor({
        core,
        token,
        clock,
        port,
        hear: async (event) => (await evidenceRoom()).hearAgentHook(options.world, event),
        editors: editorDesk(options.world),
        dashboards: dashboardDesk(options.world),
        // What an agent does by itself is no sign of the person.
        mcp: async (operation, input) =>
          (await import('./perform.ts')).performer(options.world, async () => undefined)(
            operation,
            input,
            true,
          ),
        windowFolder: join(programFolder(), 'dist', 'window'),
      }).catch((error: unknown) => {
        if (wanted === 'open') throw error;
        // The tray app does not fail for a taken port.
        options.world.log.error('door.http', error);
        return null;
      });
      openedFor = port;
    }
    if (wanted !== 'shut') record(door?.url ?? null);
  };
  return {
    door: () => door,
    follow(wanted: 'open' | 'shut' | 'setting'): Promise<void> {
      last = last.catch(() => undefined).then(() => apply(wanted));
      return last;
    },
  };
}
