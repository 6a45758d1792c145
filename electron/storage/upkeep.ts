import { statSync } from 'node:fs';
import type { Clock, Upkeep } from '#shared/ports/world.ts';
import type { Instant } from '#shared/values/instant.ts';
import { formatInstant } from '#shared/values/instant.ts';
import type { Backup } from './backups.ts';
import { backUpInto, isBackupDue, listBackups } from './backups.ts';
import type { Connections } from './connections.ts';
import { damagedFiles } from './data-files.ts';
import { versionOf } from './database-identity.ts';
import { quickCheck, whatIsWrong } from './examine.ts';

/** Looking after the data folder, with what the daily job needs. */
export interface StorageUpkeep extends Upkeep {
  /** Makes the daily backup unless there is one of this day (UTC); the seven newest are kept. Null when none was due. */
  backupIfDue(now: Instant): Promise<Backup | null>;
}

type Check = Awaited<ReturnType<Upkeep['checks']>>[number];
const fine = (name: string, detail: string): Check => ({ name, ok: true, detail, remedy: null });

/** @param home the data folder, absolute. */
export function upkeep(home: string, connections: Connections, clock: Clock): StorageUpkeep {
  const { durable, answer } = connections;
  return {
    checks: () =>
      answer(() => [
        databaseCheck(),
        fine('tables', `version ${versionOf(durable)}`),
        backupCheck(home, clock.now()),
        folderCheck(home),
        ...asideCheck(home),
      ]),
    backups: () => answer(() => listBackups(home).map(({ file, at, bytes }) => ({ file, at, bytes }))),
    backup: () => answer(() => backUpInto(durable, home, clock.now(), 'manual')),
    rest: () => answer(() => [durable, connections.light].forEach((db) => db.pragma('shrink_memory'))),
    backupIfDue: (now) =>
      answer(() => (isBackupDue(home, now) ? backUpInto(durable, home, now, 'daily') : null)),
  };

  function databaseCheck(): Check {
    const complaint = quickCheck(durable);
    if (complaint === null) return fine('database', 'every page is in order');
    return {
      name: 'database',
      ok: false,
      detail: complaint,
      remedy: 'Stop Stint and start it again: it sets the database aside and offers the newest good backup.',
    };
  }
}

function backupCheck(home: string, now: Instant): Check {
  const [newest] = listBackups(home);
  if (!newest) return fine('backups', 'none yet; the first is made within a day');
  const wrong = whatIsWrong(newest.file);
  const days = Math.floor((now - newest.at) / 86_400_000);
  const detail = `newest: ${formatInstant(newest.at)} (${newest.file})`;
  if (wrong !== null) {
    return {
      name: 'backups',
      ok: false,
      detail: `${detail} cannot be used: ${wrong}`,
      remedy: 'Run `stint backup now`.',
    };
  }
  if (days > 7)
    return {
      name: 'backups',
      ok: false,
      detail: `${detail}, ${days} days old`,
      remedy: 'Run `stint backup now`.',
    };
  return fine('backups', detail);
}

function folderCheck(home: string): Check {
  const open = process.platform !== 'win32' && (statSync(home).mode & 0o077) !== 0;
  if (!open) return fine('data folder', home);
  return {
    name: 'data folder',
    ok: false,
    detail: `${home} can be read by others`,
    remedy: `chmod 700 "${home}"`,
  };
}

function asideCheck(home: string): Check[] {
  const files = damagedFiles(home);
  if (files.length === 0) return [];
  const detail = `set aside earlier: ${files.join(', ')}`;
  return [
    { ...fine('damaged databases', detail), remedy: 'Delete them when nothing of them is needed any more.' },
  ];
}
