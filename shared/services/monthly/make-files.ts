import type { MonthlyShape } from '../../contract/monthly-operations.ts';
import type { ReportFormat } from '../../reports/file-formats.ts';
import type { World } from '../../ports/world.ts';
import type { Month } from '../../reports/monthly.ts';
import type { MonthlyFile, MonthlyFiles } from '../../review/monthly-notes.ts';
import type { MonthlyTrouble } from '../../review/prompt.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Person } from '../person.ts';
import type { Reported } from '../reports/show-report.ts';
import { makeReport } from '../reports/show-report.ts';
import type { ReportFile } from '../reports/write-report.ts';
import { languageOf, noPrinter, writeFileOf } from '../reports/write-report.ts';
import type { Wanted } from './wanted.ts';
import { wantedOf } from './wanted.ts';

/** What came of it, and what stands in the folder now. */
export interface Made {
  readonly files: MonthlyFiles;
  readonly told: Pick<MonthlyShape, 'files' | 'failed'>;
}

interface Order {
  readonly month: Month;
  /** Absolute. */
  readonly folder: string;
  /** What was written there before. */
  readonly before: MonthlyFiles;
  /** Only what is not there yet. */
  readonly isOnlyRest: boolean;
}

/** Makes the reports the settings want of a month. One that does not work keeps no other from being made. */
export async function makeFiles(world: World, person: Person, order: Order): Promise<Made> {
  const files: Record<string, MonthlyFile> = { ...order.before };
  const told: Made['told'] = { files: [], failed: [] };
  for (const wanted of await wantedOf(world, person, order.month)) {
    const reports = new Map<boolean, Reported>();
    for (const format of wanted.formats) {
      const key = keyOf(wanted, format);
      if (order.isOnlyRest && key in order.before) continue;
      const { report, project, customer, sprint } = wanted;
      const what = { report, project, customer, sprint, format };
      let stage: Stage = 'make';
      try {
        if (format === 'pdf' && world.paper === null) {
          stage = 'print';
          throw noPrinter();
        }
        const isDetailed = format === 'csv' || format === 'xlsx';
        const made = reports.get(isDetailed) ?? (await reportOf(world, wanted, order.month, isDetailed));
        reports.set(isDetailed, made);
        const style = { table: null, bom: false, language: languageOf(person.settings) };
        const file = await writeFileOf(world, made, format, style);
        stage = 'write';
        const { name, digest } = await putDown(world, order, file, order.before[key] ?? null);
        files[key] = { name, digest };
        told.files.push({ ...what, name, beside: name !== file.name });
      } catch (error) {
        if (error instanceof Problem)
          world.log.warn('monthly.failed', { report: wanted.report, format, code: error.code });
        else world.log.error('monthly.report', error);
        told.failed.push({ ...what, ...whyOf(error, stage) });
      }
    }
  }
  return { files, told };
}

function keyOf({ report, project, customer, sprint }: Wanted, format: ReportFormat): string {
  const name = project ?? customer ?? sprint;
  return `${report}${name === null ? '' : `:${name}`}.${format}`;
}

async function reportOf(
  world: World,
  { report, project, customer, sprint }: Wanted,
  month: Month,
  isDetailed: boolean,
): Promise<Reported> {
  if (sprint !== null) {
    // All of its time counts, whenever it began; its file is one of this month.
    const made = await makeReport(world, report, { sprint }, isDetailed);
    return { ...made, asked: { ...made.asked, period: { ...made.asked.period, label: month } } };
  }
  const about = { ...(project === null ? {} : { project }), ...(customer === null ? {} : { customer }) };
  return makeReport(world, report, { period: month, ...about }, isDetailed);
}

/** More names than this for one report mean that something else is wrong. */
const MOST_NAMES = 100;

/**
 * Writes the file where nothing stands, or where the file we wrote there still is as we left it; else under a new name
 * beside it: what somebody changed, or put there, stays.
 */
async function putDown(
  { output }: World,
  { folder }: Order,
  file: ReportFile,
  ours: MonthlyFile | null,
): Promise<MonthlyFile> {
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const name = number === 1 ? file.name : file.name.replace(/(\.\w+)$/, ` (${number})$1`);
    const path = `${folder}/${name}`;
    const standing = await output.digest(path);
    if (standing !== null && !(ours?.name === name && ours.digest === standing)) continue;
    await output.write(path, file.content);
    return { name, digest: (await output.digest(path)) ?? '' };
  }
  throw new Problem(
    'refused',
    said`${folder} has too many files called ${file.name}.`,
    said`Nothing was changed there. Tidy it up, and try again.`,
  );
}

type Stage = 'make' | 'print' | 'write';

function whyOf(
  error: unknown,
  stage: Stage,
): { readonly trouble: MonthlyTrouble; readonly message: string; readonly remedy: string } {
  if (!(error instanceof Problem))
    return {
      trouble: 'failed',
      message: said`The report could not be made.`,
      remedy: said`Run \`stint doctor\`; the log in the data folder has the details.`,
    };
  const { message, remedy, code } = error;
  const ofWriting = code === 'refused' ? 'unwritable' : 'no-room';
  return {
    trouble: { make: 'failed', print: 'no-printer', write: ofWriting }[stage] as MonthlyTrouble,
    message,
    remedy,
  };
}
