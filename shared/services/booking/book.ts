import type { Decision, Plan, SyncResult } from '../../contract/booking-shapes.ts';
import type { World } from '../../ports/world.ts';
import { problemOfFailure } from '../../providers/failure.ts';
import type { BookingPlan, PlannedRow } from '../../providers/outbox/plan.ts';
import { planBookings } from '../../providers/outbox/plan.ts';
import type { Wish } from '../../providers/outbox/plan-input.ts';
import { isLost } from '../../providers/outbox/sight.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import type { Id } from '../../values/ids.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { Stopped } from '../../values/stop.ts';
import { applyRows, enqueue } from './apply-booking.ts';
import { inOneRun } from './booking-run.ts';
import type { BookingRun } from './booking-run.ts';
import { planRowOf, planShapeOf } from './booking-shape.ts';
import { Tally } from './booking-tally.ts';
import type { Work } from './booking-work.ts';
import type { Material } from './gather-booking.ts';
import { gatherBooking } from './gather-booking.ts';
import { openProvider } from '../connections/open-provider.ts';
import type { OpenProvider } from '../connections/open-provider.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { knownUnits } from '../connections/provider-units.ts';
import { readBudgets } from '../connections/read-budgets.ts';
import { removeDoubles, settle } from './settle-booking.ts';
import { Trouble } from './trouble.ts';

export { bookingProgress, cancelBooking } from './booking-run.ts';

export interface PlanAsk {
  readonly provider?: ProviderId | undefined;
  readonly week?: string | undefined;
  readonly include?: 'submitted' | 'reviewed' | undefined;
}

export interface SyncAsk extends PlanAsk {
  readonly plan?: boolean | undefined;
  readonly entries?: readonly string[] | undefined;
  readonly decisions?: readonly Decision[] | undefined;
  readonly conflicts?: 'mine' | 'theirs' | undefined;
  readonly delete?: boolean | undefined;
}

/** How the way to a provider is opened; tests open one to a service of their own. */
type Opener = typeof openProvider;

/**
 * What booking would do, and why; nothing is changed anywhere. Offline it rests on what was last seen, and says so.
 * @throws Problem `usage` when no provider is chosen or the week is none, `unauthorised` without a token that is accepted.
 */
export async function planBooking(
  world: World,
  input: SyncAsk,
  opener: Opener = openProvider,
): Promise<Plan> {
  const person = personOf(world);
  const open = await opener(world, person, providerNamed(person, input.provider));
  const material = await gatherBooking(world, person, open, {
    ...input,
    wish: await wishOf(world, person, input),
  });
  if (material.failure !== null && !isPassing(material.failure)) {
    throw problemOfFailure(material.failure, open.provider);
  }
  const { plan, material: used } = await planned(world, person, open, material);
  return planShapeOf(plan, used, open);
}

/**
 * Books: plans, and carries it out (design §2 "Booking"). Every row is on the disk before its call; whatever happens, the
 * next run goes on where this one ended, and nothing is booked twice.
 * @throws Problem only when nothing could be done at all: `usage`, `unauthorised`, `offline`; `conflict` while another
 * booking is under way.
 */
export async function syncBooking(
  world: World,
  input: SyncAsk,
  opener: Opener = openProvider,
): Promise<Plan | SyncResult> {
  if (input.plan === true) return planBooking(world, input, opener);
  const id = providerNamed(personOf(world), input.provider);
  return inOneRun(world, id, (run, watched) => sync(watched, run, input, id, opener));
}

async function sync(
  world: World,
  run: BookingRun,
  input: SyncAsk,
  id: ProviderId,
  opener: Opener,
): Promise<SyncResult> {
  const person = personOf(world);
  const open = await opener(world, person, id, run.stop);
  const tally = new Tally();
  const trouble = new Trouble(open.provider, person.zone);
  let used: Material | null = null;
  try {
    const wish = await wishOf(world, person, input);
    const gathered = await gatherBooking(world, person, open, { ...input, wish });
    const { plan, material } = await planned(world, person, open, gathered);
    used = material;
    const rows = plan.rows.filter(
      // What was lost is looked up whoever is asked for: until then nothing is known of it.
      (row) => input.entries === undefined || wish.retry.has(row.entry) || isLost(row.of.row),
    );
    const queued = await enqueue({ world, open }, rows);
    if (material.failure !== null) throw withWaiting(problemOfFailure(material.failure, open.provider), rows);

    const work: Work = {
      world,
      run,
      open,
      tally,
      trouble,
      listedAt: material.listedAt ?? person.now,
      queued,
    };
    const doubled = await removeDoubles(work, plan.doubles);
    for (const { entry } of rows) if (doubled.has(entry)) tally.waiting.add(entry);
    await applyRows(
      work,
      rows.filter(({ entry }) => !doubled.has(entry)),
    );
    const goesOn = !trouble.ends && !run.stop.asked;
    if (goesOn && tally.doubtful) await settle(work, person, material.input);
    if (goesOn) await readBudgets(world, person, id);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  const stopped = run.stop.asked
    ? { words: said`You stopped it; the rest waits.`, code: 'failed' as const }
    : null;
  return resultOf(open, tally, used, trouble.words === null ? stopped : trouble);
}

/** Plans; what units there are is asked for first where it matters and is not known well enough. */
async function planned(
  world: World,
  person: Person,
  open: OpenProvider,
  material: Material,
): Promise<{ plan: BookingPlan; material: Material }> {
  const plan = planBookings(material.input);
  const tells = plan.rows.some(
    ({ decision: { step } }) => step?.call === 'create' || step?.call === 'update',
  );
  if (!tells || material.failure !== null) return { plan, material };
  try {
    const { units } = await knownUnits(world, person, open.provider.id);
    if (units === material.input.units) return { plan, material };
    const input = { ...material.input, units };
    return { plan: planBookings(input), material: { ...material, input } };
  } catch (error) {
    // Without them the provider has the last word.
    if (error instanceof Problem) return { plan, material };
    throw error;
  }
}

/** @throws Problem `usage` when none is named and none is chosen. */
function providerNamed(person: Person, named: ProviderId | undefined): ProviderId {
  const id = named ?? person.settings['booking.provider'];
  if (id !== 'none') return id;
  throw new Problem(
    'usage',
    said`No provider is chosen: nobody knows where to book.`,
    said`Connect one (stint provider connect ${PROVIDERS.productive.id}), or choose one: stint config set booking.provider productive.`,
  );
}

/** What the person asked for, with ids written out. @throws Problem `not-found`, `usage` for an id that is none or several. */
async function wishOf({ stores }: World, { user }: Person, input: SyncAsk): Promise<Wish> {
  const idOf = async (text: string): Promise<Id> => {
    const found = await stores.entries.endingIn(user, text);
    if (found.length === 1) return found[0]!.id;
    // It may be gone for good, and its booking still be there.
    if (found.length === 0) return text as Id;
    throw new Problem('usage', said`${text} is the end of several entries.`, said`Give more of its id.`);
  };
  const choices: Wish['choices'] = new Map(
    await Promise.all(
      (input.decisions ?? []).map(async ({ entry, choice }) => [await idOf(entry), choice] as const),
    ),
  );
  return {
    choices,
    conflicts: input.conflicts ?? null,
    deleteAll: input.delete ?? false,
    retry: new Set(await Promise.all((input.entries ?? []).map(idOf))),
  };
}

const isPassing = ({ kind }: NonNullable<Material['failure']>): boolean =>
  kind === 'unreached' || kind === 'uncertain' || kind === 'limited';

function withWaiting(problem: Problem, rows: readonly PlannedRow[]): Problem {
  const waiting = rows.filter(
    ({ decision: { step } }) => step !== null && (step.call !== null || step.look),
  ).length;
  if (waiting === 0) return problem;
  const waits = waiting === 1 ? said`1 entry waits` : said`${waiting} entries wait`;
  return new Problem(problem.code, problem.message, said`${problem.remedy} (${waits}.)`, problem);
}

function resultOf(
  open: OpenProvider,
  tally: Tally,
  material: Material | null,
  held: { readonly words: string | null; readonly code: SyncResult['problemCode'] | null } | null,
): SyncResult {
  const problem = tally.waiting.size > 0 ? held : null;
  return {
    provider: open.provider.id,
    created: tally.created,
    updated: tally.updated,
    deleted: tally.deleted,
    adopted: tally.adopted,
    skipped: tally.skipped,
    failed: [...tally.failed.values()],
    conflicts: material === null ? [] : tally.conflicts.map((row) => planRowOf(row, material.input)),
    waiting: tally.waiting.size,
    problem: problem?.words ?? null,
    ...(problem?.code ? { problemCode: problem.code } : {}),
  };
}
