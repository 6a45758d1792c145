import type { LoggedStep, RowChange } from '../ports/changes.ts';
import { LEAVE_OUT, LEAVE_OUT_FOR } from '../ports/store-rules.ts';
import type { World } from '../ports/world.ts';
import { Problem } from '../values/problem.ts';
import type { LocalDay } from '../values/local-day.ts';
import { said } from '../values/said.ts';
import { proposeDay } from './derive-day.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';
import { turnedLeaveOut } from './undo-left-out.ts';

const NAMES: Readonly<Record<string, string>> = {
  'entry.log': said`adding an entry`,
  'entry.add': said`adding an entry`,
  'entry.edit': said`changing an entry`,
  'entry.delete': said`deleting an entry`,
  'entry.split': said`splitting an entry`,
  'entry.merge': said`merging entries`,
  'entry.cell': said`typing into the week`,
  'entry.import': said`taking in what another tool kept`,
  'entry.attend': said`saying whether you were in a meeting`,
  'day.confirm': said`confirming a day`,
  'gap.dismiss': said`settling a gap`,
  'gap.reopen': said`asking about a gap again`,
  [LEAVE_OUT]: said`leaving a break out of a session`,
  [LEAVE_OUT_FOR]: said`saying what an absence was`,
};

/** What a step did, in words for a toast or a menu. */
export const stepName = (step: LoggedStep): string => NAMES[step.operation] ?? step.operation;

interface Undone {
  done: string;
  dates: string[];
}

/** Takes the person's last step back. @throws Problem `refused` when there is none. */
export async function undoLast(world: World): Promise<Undone> {
  const person = personOf(world);
  const step = await world.stores.ledger.undoable(person.user);
  if (!step)
    throw new Problem(
      'refused',
      said`There is nothing to undo.`,
      said`What is submitted takes corrections instead.`,
    );
  return replay(world, person, step, 'undo');
}

/** Does again what was taken back last. @throws Problem `refused` when there is none. */
export async function redoLast(world: World): Promise<Undone> {
  const person = personOf(world);
  const step = await world.stores.ledger.redoable(person.user);
  if (!step) throw new Problem('refused', said`There is nothing to redo.`, said`Redo follows an undo.`);
  return replay(world, person, step, 'redo');
}

async function replay(world: World, person: Person, step: LoggedStep, way: 'undo' | 'redo'): Promise<Undone> {
  const leftOut = await turnedLeaveOut(world, person, step, way);
  const changes: RowChange[] = leftOut?.changes ?? [];
  const dates = new Set<LocalDay>(leftOut?.dates);
  for (const change of step.changes) {
    if (leftOut !== null && change.noun !== 'entry') continue;
    const date = dateOf(change);
    if (date) dates.add(date);
    changes.push(await turned(world, change, way));
  }
  await world.stores.ledger.commit({
    actor: person.user,
    operation: step.operation,
    why: way === 'undo' ? 'undone' : 'redone',
    changes,
    ...(way === 'undo' ? { undoes: step.id } : { redoes: step.id }),
  });
  if (leftOut !== null) {
    world.events.publish({ kind: 'session' });
    world.events.publish({ kind: 'prompts' });
  }
  for (const date of dates) {
    await proposeDay(world, person, date);
    world.events.publish({ kind: 'day', date });
  }
  return { done: stepName(step), dates: [...dates] };
}

/** The change that leads from what is stored now to the wanted side of the step. */
async function turned(world: World, change: RowChange, way: 'undo' | 'redo'): Promise<RowChange> {
  switch (change.noun) {
    case 'entry': {
      const wanted = way === 'undo' ? change.before : change.after;
      const known = change.after ?? change.before;
      const current = known && (await world.stores.entries.get(known.id));
      return {
        noun: 'entry',
        before: current,
        after: wanted && { ...wanted, revision: (current?.revision ?? 0) + 1 },
      };
    }
    case 'day': {
      const wanted = way === 'undo' ? change.before : change.after;
      const known = change.after ?? change.before;
      const current =
        known && ((await world.stores.days.between(known.user, known.date, known.date))[0] ?? null);
      if (current?.status === 'submitted') {
        throw new Problem(
          'refused',
          said`${current.date} is submitted.`,
          said`Append a correction: \`stint correct ENTRY MINUTES --reason …\`.`,
        );
      }
      return {
        noun: 'day',
        before: current,
        after: wanted && { ...wanted, revision: (current?.revision ?? 0) + 1 },
      };
    }
    case 'gap': {
      const wanted = way === 'undo' ? change.before : change.after;
      const known = change.after ?? change.before;
      const current = known && (await world.stores.gaps.get(known.id));
      return {
        noun: 'gap',
        before: current,
        after: wanted && { ...wanted, revision: (current?.revision ?? 0) + 1 },
      };
    }
    case 'session':
    case 'devSession':
    case 'repository':
    case 'project':
    case 'mapping':
      throw new Problem('refused', said`This step cannot be undone.`, said`Change it by hand.`);
  }
}

function dateOf(change: RowChange): LocalDay | null {
  if (change.noun !== 'entry' && change.noun !== 'day' && change.noun !== 'gap') return null;
  return (change.after ?? change.before)?.date ?? null;
}
