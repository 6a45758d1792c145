import type { TimeRecord } from '../../formats/time-record.ts';
import { KEPT_BY_STINT, readTractFile, writeTractFile } from '../../formats/tract/tract-file.ts';
import type { World } from '../../ports/world.ts';
import { groupBy } from '../../values/group.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { personOf } from '../person.ts';

/** No file of a day comes near it. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Writes `.tract/time/{user}/{date}.yaml` below a folder. A file that Stint wrote follows what the day is now; one that
 * was made by hand keeps everything that stands in it, and gets what it lacks. One that cannot be read is left alone.
 */
export async function writeTractDays(
  world: World,
  path: string,
  user: string,
  records: readonly TimeRecord[],
): Promise<{ files: string[]; skipped: string[] }> {
  const { settings, zone } = personOf(world);
  const rules = { zone, workingHoursPerDay: settings['time.workingHoursPerDay'], prefixes: [] };
  const folder = `${/[\\/]\.tract$/.test(path) ? path : `${path}/.tract`}/time/${folderName(user)}`;
  const files: string[] = [];
  const skipped: string[] = [];
  for (const [date, own] of groupBy(records, (record) => record.date)) {
    const at = `${folder}/${date}.yaml`;
    const before = await textAt(world, at);
    const { problem } = before === null ? { problem: null } : readTractFile(before, rules, { date, user });
    if (problem !== null) {
      skipped.push(said`${date}.yaml is left as it is: ${problem}`);
      continue;
    }
    const isOurs = before === null || before.startsWith(KEPT_BY_STINT);
    const text = writeTractFile(
      before,
      { date, user, status: own[0]!.status ?? 'draft', records: own },
      isOurs,
    );
    if (text === before) continue;
    await world.output.write(at, text);
    files.push(at);
  }
  return { files, skipped };
}

/** A person's short name as a folder: what no file system takes becomes `_`. */
const folderName = (user: string): string => user.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+$/, '_');

async function textAt(world: World, path: string): Promise<string | null> {
  try {
    return await world.files.read(path, MOST_BYTES);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return null;
    throw error;
  }
}
