import type { World } from '../../ports/world.ts';
import { REPORTS } from '../../reports/catalogue.ts';
import { personOf } from '../person.ts';
import { gatherFacts } from '../reports/gather-facts.ts';
import { readAsked } from '../reports/read-asked.ts';
import { fileOf, languageOf } from '../reports/write-report.ts';

/**
 * What a customer sees who looks for themselves: the report of the last thirty days as the days stand. Nothing is read
 * in, derived or written because somebody outside looked.
 * @param format the keys of the report, or a page that needs nothing else.
 */
export async function showDashboard(
  world: World,
  customer: string,
  format: 'json' | 'html',
): Promise<{ readonly mediaType: string; readonly text: string }> {
  const person = personOf(world);
  const report = REPORTS.customer;
  const asked = readAsked(world, report, { customer }, person);
  const answer = report.answer(await gatherFacts(world, person, report, asked), asked);
  const style = { table: null, bom: false, language: languageOf(person.settings) };
  const { mediaType, text } = await fileOf(world, { report: 'customer', asked, answer }, format, style);
  return { mediaType, text: text ?? '' };
}
