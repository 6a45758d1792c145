import type { World } from '../ports/world.ts';
import { deriveDay } from '../proposals/derive-day.ts';
import { derivationRules } from '../settings/rules.ts';
import { CATALOGUE } from '../settings/catalogue.ts';
import type { LocalDay } from '../values/local-day.ts';
import { addDays, daysBetween } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { DayMaterial } from './day-material.ts';
import { readDay } from './day-material.ts';
import type { Person } from './person.ts';
import { dayNamed, personOf } from './person.ts';
import { readSettingValue, settingNamed } from './settings.ts';

interface TicketTime {
  ticket: string | null;
  minutes: number;
}
interface ReplayedDay {
  date: LocalDay;
  before: TicketTime[];
  after: TicketTime[];
  total: { before: number; after: number };
}

/** More days are more than anybody compares. */
const MOST_DAYS = 62;

/**
 * What a setting would make of days that are still drafts, without changing anything: deriving is a pure function of
 * evidence and settings (design §2 "Fusion"). What the person touched, and closed days, never move.
 * @throws Problem `usage` for a setting, value or stretch of days that is none.
 */
export async function replayDays(
  world: World,
  input: { key: string; value?: unknown; from?: string | undefined; to?: string | undefined },
): Promise<{ days: ReplayedDay[] }> {
  const person = personOf(world);
  const key = settingNamed(input.key);
  const read = CATALOGUE[key].schema.safeParse(readSettingValue(key, input.value));
  if (!read.success) {
    throw new Problem(
      'usage',
      said`${key} cannot be ${JSON.stringify(input.value) ?? said`nothing`}: ${read.error.issues[0]?.message ?? said`not allowed`}.`,
      CATALOGUE[key].meaning,
    );
  }
  const rules = derivationRules({ ...person.settings, [key]: read.data });
  const days: ReplayedDay[] = [];
  for (const date of daysAsked(input, person)) {
    const day = await readDay(world, person, date);
    if (day.status === 'draft') days.push(replayed(day, rules));
  }
  return { days };
}

function daysAsked(
  input: { from?: string | undefined; to?: string | undefined },
  person: Person,
): LocalDay[] {
  const to = input.to === undefined ? person.today : dayNamed(input.to, person);
  const from = input.from === undefined ? addDays(to, -7) : dayNamed(input.from, person);
  if (from > to || from < addDays(to, -MOST_DAYS)) {
    throw new Problem(
      'usage',
      said`${from} to ${to} cannot be compared.`,
      said`Give at most ${MOST_DAYS} days, the earlier one as --from.`,
    );
  }
  return daysBetween(from, to);
}

function replayed(day: DayMaterial, rules: Parameters<typeof deriveDay>[2]): ReplayedDay {
  const kept = day.all.filter((entry) => entry.state !== 'proposed');
  const standing = kept.filter((entry) => entry.state !== 'deleted');
  const before = sumByTicket([...standing, ...day.derivation.proposals]);
  const after = sumByTicket([...standing, ...deriveDay(day.evidence, kept, rules).proposals]);
  return { date: day.date, before, after, total: { before: sumOf(before), after: sumOf(after) } };
}

/** By ticket, those without one last. */
function sumByTicket(
  entries: readonly { readonly ticket: string | null; readonly minutes: Minutes }[],
): TicketTime[] {
  const sums = new Map<string | null, number>();
  for (const { ticket, minutes } of entries) sums.set(ticket, (sums.get(ticket) ?? 0) + minutes);
  return [...sums]
    .map(([ticket, minutes]) => ({ ticket, minutes }))
    .sort((a, b) => (a.ticket === null ? 1 : b.ticket === null ? -1 : a.ticket < b.ticket ? -1 : 1));
}

const sumOf = (times: readonly TicketTime[]): number => times.reduce((sum, { minutes }) => sum + minutes, 0);
