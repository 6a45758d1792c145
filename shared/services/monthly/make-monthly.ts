import type { MonthlyShape } from '../../contract/monthly-operations.ts';
import type { World } from '../../ports/world.ts';
import type { Month } from '../../reports/monthly.ts';
import { addMonths, dueMonths, monthOf } from '../../reports/monthly.ts';
import { periodMeant } from '../../reports/period.ts';
import type { MonthlyState } from '../../review/monthly-notes.ts';
import { monthlyDetail, monthlyKey, readMonthly, toldKey } from '../../review/monthly-notes.ts';
import type { PromptNote } from '../../review/prompt.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { withNotes } from '../prompts/prompt-notes.ts';
import { makeFiles } from './make-files.ts';

const NOTHING_KNOWN = new Map<string, PromptNote>();

/**
 * Makes the reports of a month by hand, whether or not they are made by themselves, and also when they were made before.
 * @throws Problem `usage` for what is no month, or when no folder is chosen.
 */
export async function makeMonthly(
  world: World,
  input: { month?: string | undefined; folder?: string | undefined },
): Promise<MonthlyShape> {
  const person = personOf(world);
  const month = periodMeant({ month: input.month ?? 'last' }, person, 'month').label;
  const chosen = folderOf(world, person);
  const folder = input.folder === undefined ? chosen : world.machine.absolutePath(input.folder);
  if (folder === null)
    throw new Problem(
      'usage',
      said`No folder is chosen for monthly reports.`,
      said`Give --folder, or choose one: stint config set reports.monthlyFolder ~/Reports`,
    );
  const known = await stateOf(world, person, month);
  const before = known?.folder === folder ? known.files : {};
  const { files, told } = await makeFiles(world, person, { month, folder, before, isOnlyRest: false });
  if (folder === chosen) {
    const state = { folder, files, isDone: told.failed.length === 0, trouble: null };
    // Who made them knows that they are made.
    const seen = withNotes(NOTHING_KNOWN, person, toldKey(month, state), { answer: 'dismiss' });
    await world.stores.prompts.put([noteOf(person, month, state), seen]);
    world.events.publish({ kind: 'prompts' });
  }
  return { month, folder, ...told };
}

/**
 * Makes the reports of months that are due and not made (opt-in): each once. What does not work is noted in a word, and is
 * left to the next call; what was made stays made.
 * @returns whether nothing is left to do today.
 */
export async function makeDue(world: World): Promise<boolean> {
  const person = personOf(world);
  const states = new Map<Month, MonthlyState | null>();
  for (let back = 0; back <= 13; back += 1) {
    const month = addMonths(monthOf(person.today), -back);
    states.set(month, await stateOf(world, person, month));
  }
  const due = dueMonths(person.today, person.settings['time.workingDays'], {
    isMade: (month) => states.get(month)?.isDone ?? false,
    isKnown: (month) => (states.get(month) ?? null) !== null,
  });
  let isAll = true;
  for (const month of due) isAll = (await makeOne(world, person, month, states.get(month) ?? null)) && isAll;
  return isAll;
}

async function makeOne(
  world: World,
  person: Person,
  month: Month,
  known: MonthlyState | null,
): Promise<boolean> {
  const state = await tried(world, person, month, known);
  // The same trouble once more is no news.
  if (JSON.stringify(state) !== JSON.stringify(known)) {
    await world.stores.prompts.put([noteOf(person, month, state)]);
    world.events.publish({ kind: 'prompts' });
  }
  return state.isDone;
}

async function tried(
  world: World,
  person: Person,
  month: Month,
  known: MonthlyState | null,
): Promise<MonthlyState> {
  const folder = folderOf(world, person);
  if (folder === null) return { folder: '', files: {}, isDone: false, trouble: 'no-folder' };
  const before = known?.folder === folder ? known.files : {};
  const { files, told } = await makeFiles(world, person, { month, folder, before, isOnlyRest: true });
  const trouble = told.failed[0]?.trouble ?? null;
  return { folder, files, isDone: trouble === null, trouble };
}

const stateOf = async (world: World, { user }: Person, month: Month): Promise<MonthlyState | null> =>
  readMonthly(await world.stores.prompts.get(user, monthlyKey(month)));

const noteOf = (person: Person, month: Month, state: MonthlyState): PromptNote =>
  withNotes(NOTHING_KNOWN, person, monthlyKey(month), { detail: monthlyDetail(state) });

function folderOf({ machine }: Pick<World, 'machine'>, { settings }: Person): string | null {
  const chosen = settings['reports.monthlyFolder'];
  return chosen === '' ? null : machine.absolutePath(chosen);
}
