import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { join } from 'node:path';
import type { World } from '#shared/ports/world.ts';
import { instant } from '#shared/values/instant.ts';
import type { TicketId } from '#shared/values/ticket-id.ts';
import { parseTicketId } from '#shared/values/ticket-id.ts';
import { branchOfFolder } from '../adapters/claude/branch-of-folder.ts';
import type { Job } from './schedule.ts';

/** How often HEAD is looked at: one small file a repository. */
const LOOK_MS = 15_000;
/** Editors write a file in several steps. */
const SETTLES_MS = 400;

const load = () => import('#shared/services/triggers/heed.ts');

/**
 * Follows what starts and stops sessions by itself, where the person switched it on: ticket files as soon as one is
 * written (`triggers.files`), what trackers were read to say (`triggers.trackers`), and the branches that are checked out
 * (`triggers.checkout`). Nothing is watched, looked at or
 * loaded while all are off.
 */
export function watchTriggers(world: World): { readonly job: Job; readonly end: () => Promise<void> } {
  const watched = new Map<string, FSWatcher>();
  const written = new Set<TicketId>();
  let settling: NodeJS.Timeout | null = null;
  let isOver = false;
  /** One after the other: two triggers at once would both see that nothing runs. */
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch((error: unknown) => world.log.error('job.triggers', error));
    return last;
  };

  const heedWritten = (): void => {
    settling = null;
    const tickets = [...written];
    written.clear();
    void inTurn(async () => (isOver ? undefined : (await load()).heedTicketFiles(world, tickets)));
  };
  const follow = async (): Promise<void> => {
    const isOn = world.settings.get()['triggers.files'];
    const folders = isOn
      ? (await world.stores.repositories.list()).map(({ path }) => join(path, '.tract', 'tickets'))
      : [];
    for (const [folder, watcher] of watched) {
      if (folders.includes(folder)) continue;
      watcher.close();
      watched.delete(folder);
    }
    for (const folder of folders) {
      if (watched.has(folder) || isOver) continue;
      try {
        const watcher = watch(folder, { persistent: false }, (_event, name) => {
          const ticket = name?.endsWith('.md') === true ? parseTicketId(name.slice(0, -'.md'.length)) : null;
          if (ticket === null || isOver) return;
          written.add(ticket);
          settling ??= setTimeout(heedWritten, SETTLES_MS).unref();
        });
        watcher.on('error', () => {
          watcher.close();
          watched.delete(folder);
        });
        watched.set(folder, watcher);
        // What they say now is what later is compared with.
        await inTurn(async () => (await load()).heedTicketFiles(world, null));
      } catch {
        // Most repositories have no such folder; one that comes later is found at the next look.
      }
    }
  };
  const lookAtBranches = async (): Promise<void> => {
    if (!world.settings.get()['triggers.checkout']) return;
    for (const { id, path } of await world.stores.repositories.list()) {
      const branch = branchOfFolder(path);
      await inTurn(async () => (isOver ? undefined : (await load()).heedBranch(world, id, branch)));
    }
  };
  let told = instant(0);
  /** What trackers say is read by the job of sources; this looks what it brought. */
  const lookAtTrackers = async (): Promise<void> => {
    if (!world.settings.get()['triggers.trackers']) return;
    await inTurn(async () => {
      if (!isOver) told = await (await load()).heedTold(world, told);
    });
  };
  const look = async (): Promise<void> => {
    await follow();
    await lookAtTrackers();
    await lookAtBranches();
    // Also what a change of the settings began meanwhile.
    await last;
  };
  const unsubscribe = world.events.subscribe(({ kind }) => {
    const does =
      kind === 'settings' || kind === 'repositories' ? follow : kind === 'sources' ? lookAtTrackers : null;
    does?.().catch((error: unknown) => world.log.error('job.triggers', error));
  });
  return {
    job: { name: 'triggers', everyMs: () => LOOK_MS, firstAfterMs: 4500, run: look },
    async end() {
      isOver = true;
      unsubscribe();
      if (settling !== null) clearTimeout(settling);
      for (const watcher of watched.values()) watcher.close();
      watched.clear();
      await last;
    },
  };
}
