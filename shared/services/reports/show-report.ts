import type { World } from '../../ports/world.ts';
import type { ReportId } from '../../reports/questions.ts';
import { REPORTS } from '../../reports/catalogue.ts';
import type { Answer, Asked } from '../../reports/report.ts';
import { daysBetween } from '../../values/local-day.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { gatherFacts } from './gather-facts.ts';
import type { ReportInput } from './read-asked.ts';
import { readAsked } from './read-asked.ts';

/** What a report says, and what it was asked. */
export interface Reported {
  readonly report: ReportId;
  readonly asked: Asked;
  readonly answer: Answer;
}

/** Longer reports take the days as they stand; whoever asks for a month may wait until its drafts are up to date. */
const LONGEST_REFRESH_DAYS = 31;

/**
 * Makes a report: reads what was asked, brings drafts of the person's own short periods up to date, asks the store for
 * what the report needs, and lets it decide.
 * @param isDetailed it is for a file that is worked on further.
 * @throws Problem `usage` where what was asked makes no sense.
 */
export async function makeReport(
  world: World,
  id: ReportId,
  input: ReportInput,
  isDetailed = false,
): Promise<Reported> {
  await world.configuration.refresh();
  const person = personOf(world);
  const report = REPORTS[id];
  const asked = readAsked(world, report, input, person, isDetailed);
  await bringUpToDate(world, person, asked);
  return { report: id, asked, answer: report.answer(await gatherFacts(world, person, report, asked), asked) };
}

async function bringUpToDate(world: World, person: Person, { period, user }: Asked): Promise<void> {
  if (period.kind === 'all' || period.kind === 'year' || period.from > person.today) return;
  if (user !== null && user !== person.user) return;
  const days = daysBetween(period.from, period.to < person.today ? period.to : person.today);
  if (days.length > LONGEST_REFRESH_DAYS) return;
  // Loaded here: whoever asks for ten years waits for no source.
  const { refreshAndPropose } = await import('../derive-day.ts');
  await refreshAndPropose(world, person, days);
}
