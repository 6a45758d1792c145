import type { RemoteEntry } from '../../entries/booking.ts';
import { mappingOf } from '../../entries/mapping.ts';
import type { World } from '../../ports/world.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import { bookingsOf, draftOf } from '../../providers/outbox/bookable.ts';
import { draftHash } from '../../providers/outbox/draft-hash.ts';
import { confirmed, rowWith } from '../../providers/outbox/outbox-rules.ts';
import type { Account, Budget, Unit } from '../../providers/provider.ts';
import type { Instant } from '../../values/instant.ts';
import { dayInterval } from '../../values/local-day.ts';
import type { IsoWeek } from '../../values/iso-week.ts';
import { daysOfWeek } from '../../values/iso-week.ts';
import { minutes } from '../../values/minutes.ts';
import { accountOf, tokenName } from '../connections/open-provider.ts';
import { personOf } from '../person.ts';
import { COMPANY, PERSON, PROJECTS } from './company.ts';

const PRODUCTIVE = PROVIDERS.productive;
const IDS = { organizationId: '7714', workspaceId: '', accountId: '', personId: '20931' } as const;

/**
 * Makes it look as if a provider was connected: what connecting would have left behind, and mappings of the projects.
 * Nothing is asked of anybody, and the token is none.
 */
export async function connectMadeUp(world: World, now: Instant): Promise<void> {
  await world.settings.set('booking.provider', 'productive');
  await world.settings.set('providers.productive.organizationId', IDS.organizationId);
  await world.settings.set('providers.productive.personId', IDS.personId);
  await world.secrets.set(tokenName('productive'), 'made-up');
  const person = personOf(world);
  const of = accountOf(person, PRODUCTIVE);
  const account: Account = {
    person: { id: IDS.personId, name: PERSON.name, email: PERSON.email },
    places: [{ id: IDS.organizationId, name: COMPANY }],
    ids: IDS,
    plan: null,
  };
  const units = PROJECTS.map((project): Unit => ({
    unit: project.unit.id,
    task: null,
    names: [project.unit.name, project.name, project.customer],
    billable: project.cents !== null,
    closed: null,
    left: null,
    capped: false,
  }));
  const budgets: Record<string, Budget> = Object.fromEntries(
    PROJECTS.map((project) => {
      const { budgetHours, cents } = project;
      const worked = project.unit.usedHours * 60;
      const money =
        budgetHours === null || cents === null
          ? null
          : { total: budgetHours * cents, used: Math.round((worked / 60) * cents), currency: 'EUR' };
      const budgeted = budgetHours === null ? null : minutes(budgetHours * 60);
      return [project.unit.id, { unit: project.unit.id, budgeted, worked: minutes(worked), money }];
    }),
  );
  const { providerCache, ledger } = world.stores;
  await providerCache.put(of, 'account', account, now);
  await providerCache.put(of, 'check', { state: 'ready', detail: `Connected as ${PERSON.name}.` }, now);
  await providerCache.put(of, 'units', units, now);
  await providerCache.put(of, 'budgets', budgets, now);
  await ledger.commit({
    actor: PERSON.user,
    operation: 'provider.map',
    why: 'made-up data',
    changes: PROJECTS.map((project, index) => ({
      noun: 'mapping' as const,
      before: null,
      after: {
        id: world.ids.next(now),
        user: PERSON.user,
        provider: 'productive' as const,
        scope: 'project' as const,
        name: project.key,
        unit: project.unit.id,
        task: null,
        label: units[index]!.names.join(' · '),
        billable: null,
        revision: 1,
      },
    })),
  });
}

/** Makes a submitted week look booked: the rows of the outbox as a provider's answers would have left them. */
export async function bookWeek(world: World, week: IsoWeek): Promise<void> {
  const person = personOf(world);
  const of = accountOf(person, PRODUCTIVE);
  const [from, to] = [daysOfWeek(week)[0]!, daysOfWeek(week)[6]!];
  const entries = await world.stores.entries.between(person.user, from, to);
  const days = new Map(
    (await world.stores.days.between(person.user, from, to)).map((day) => [day.date, day.status]),
  );
  const mappings = await world.stores.mappings.list(person.user, 'productive');
  const rows = bookingsOf(entries, days, 'submitted').flatMap((booking, index) => {
    const place = mappingOf(booking.entry, mappings);
    if (place === null || booking.problem !== null) return [];
    const draft = draftOf(booking, place, person.settings);
    const id = String(9_041_200 + Math.floor(dayInterval(from, person.zone).start / 86_400_000) * 10 + index);
    const remote: RemoteEntry = {
      id,
      unit: draft.unit,
      task: draft.task,
      date: draft.date,
      minutes: draft.minutes,
      note: draft.note,
      reference: draft.reference,
      billable: draft.billable,
      locked: null,
      running: false,
    };
    const line = {
      action: 'create' as const,
      draft,
      hash: draftHash(draft),
      remoteId: null,
      confirmed: null,
      settledHash: null,
      lastError: null,
    };
    const { now } = person;
    const by = { id: world.ids.next(now), of, entry: booking.entry.id, date: booking.entry.date, now };
    return [confirmed(rowWith(null, line, 'pending', by), remote, now)];
  });
  await world.stores.outbox.put(rows);
}
