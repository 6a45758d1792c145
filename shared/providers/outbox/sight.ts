import type { BookingDraft, OutboxRow, RemoteEntry } from '../../entries/booking.ts';
import type { Id } from '../../values/ids.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { compareTexts } from '../../values/order.ts';
import { holds, likeness, sameRemote } from './compare.ts';

/** What is known to stand at the provider for one entry. */
export type Sight =
  /** Nobody looked: no answer, or a day that was not asked for. */
  | { readonly kind: 'unseen' }
  /** Not among what was listed, or gone when it was looked up by itself. */
  | { readonly kind: 'absent'; readonly lookedUp: boolean }
  | {
      readonly kind: 'seen';
      readonly by: 'id' | 'reference' | 'timer' | 'hand';
      readonly remote: RemoteEntry;
    };

/** One entry of ours in search of its entry there. */
export interface Seeker {
  readonly entry: Id;
  /** Null: it is not to be booked (any more). */
  readonly draft: BookingDraft | null;
  readonly row: OutboxRow | null;
  /** Marks that are its own: of the entry, and of the session it was made of. */
  readonly references: readonly string[];
  /** The entry that the timer of its session wrote into. */
  readonly timer: string | null;
  /** The person wants one of its own, whatever stands there. */
  readonly alone: boolean;
  /** Only of that day may it be, where nothing but the mark speaks for it: copies by hand carry it too. */
  readonly strayOn: LocalDay | null;
}

export interface Sights {
  /** For every seeker. */
  readonly of: ReadonlyMap<Id, Sight>;
  /** Second copies of what we sent, made by a request of our own that was delivered twice, or long after it was given up. */
  readonly doubles: readonly { readonly entry: Id; readonly remote: RemoteEntry }[];
  /** Others that carry the mark of an entry of ours: copied by hand, so nobody's. */
  readonly copies: readonly { readonly entry: Id; readonly remote: RemoteEntry }[];
  /** What nobody of ours claims, by date and id. */
  readonly elsewhere: readonly RemoteEntry[];
}

/** Was a create sent whose end is not known? */
export const isLost = (row: OutboxRow | null): boolean =>
  row !== null && (row.state === 'unknown' || row.state === 'sending');

/**
 * Who is who between our entries and those of the provider: first by id, then by our mark, then by the timer of the
 * session, and last what was booked by hand with the same day, unit and minutes, one to one, the most alike note first.
 * @param claimed ids that entries outside this plan stand for.
 */
export function findSights(
  seekers: readonly Seeker[],
  listed: readonly RemoteEntry[],
  claimed: ReadonlySet<string>,
): Sights {
  const all = seekers.toSorted((a, b) => compareTexts(a.entry, b.entry));
  const free = new Map(
    listed
      .toSorted((a, b) => compareTexts(a.date, b.date) || compareTexts(a.id, b.id))
      .map((remote) => [remote.id, remote]),
  );
  for (const id of claimed) free.delete(id);
  const of = new Map<Id, Sight>();
  const see = (seeker: Seeker, by: 'id' | 'reference' | 'timer' | 'hand', remote: RemoteEntry): void => {
    of.set(seeker.entry, { kind: 'seen', by, remote });
    free.delete(remote.id);
  };

  for (const seeker of all) {
    const remote = free.get(seeker.row?.remoteId ?? '');
    if (remote) see(seeker, 'id', remote);
  }

  const marked = new Map<string, RemoteEntry[]>();
  for (const remote of free.values()) {
    if (remote.reference !== null)
      marked.set(remote.reference, [...(marked.get(remote.reference) ?? []), remote]);
  }
  const doubles: { entry: Id; remote: RemoteEntry }[] = [];
  const copies: { entry: Id; remote: RemoteEntry }[] = [];
  for (const seeker of all) {
    const found = seeker.references
      .flatMap((reference) => marked.get(reference) ?? [])
      .filter(({ id }) => free.has(id))
      // The mark of a session over midnight belongs to one of its days.
      .filter((remote) => isOwn(remote, seeker) || remote.date === seeker.draft?.date)
      .filter((remote) => seeker.strayOn === null || remote.date === seeker.strayOn);
    if (found.length === 0) continue;
    if (!of.has(seeker.entry)) {
      const best = bestOf(found, seeker);
      see(seeker, isOwn(best, seeker) ? 'reference' : 'timer', best);
    }
    const kept = of.get(seeker.entry)!;
    for (const remote of found) {
      if (!free.delete(remote.id) || kept.kind !== 'seen') continue;
      const isDouble =
        isOwn(remote, seeker) &&
        (sameRemote(remote, kept.remote) || isLate(remote, seeker.row)) &&
        remote.locked === null &&
        !remote.running &&
        !kept.remote.running;
      (isDouble ? doubles : copies).push({ entry: seeker.entry, remote });
    }
  }

  for (const seeker of all) {
    if (of.has(seeker.entry) || seeker.timer === null || seeker.draft === null || isLost(seeker.row))
      continue;
    const remote = free.get(seeker.timer);
    if (remote && remote.date === seeker.draft.date) see(seeker, 'timer', remote);
  }

  for (const { seeker, remote } of byHand(all, [...free.values()], of)) {
    if (!of.has(seeker.entry) && free.has(remote.id)) see(seeker, 'hand', remote);
  }

  for (const seeker of all) {
    if (!of.has(seeker.entry)) of.set(seeker.entry, { kind: 'absent', lookedUp: false });
  }
  const elsewhere = [...free.values(), ...copies.map((copy) => copy.remote)]
    .filter((remote) => !remote.running)
    .toSorted((a, b) => compareTexts(a.date, b.date) || compareTexts(a.id, b.id));
  return { of, doubles, copies, elsewhere };
}

/** Does it carry the mark of the entry itself, not that of its session? */
const isOwn = (remote: RemoteEntry, seeker: Seeker): boolean => remote.reference === seeker.references[0];

/** Is it what a request of ours said whose answer never came, and that was repeated since? */
const isLate = (remote: RemoteEntry, row: OutboxRow | null): boolean =>
  row?.lost.some((draft) => holds(remote, draft)) ?? false;

/** Of several with our mark: what is as we want it, else as we sent it, else the first. */
function bestOf(found: readonly RemoteEntry[], seeker: Seeker): RemoteEntry {
  const { draft, row } = seeker;
  const worth = (remote: RemoteEntry): number =>
    (row !== null && holds(remote, row.draft) ? 4 : 0) +
    (draft !== null && holds(remote, draft) ? 2 : 0) +
    (isOwn(remote, seeker) ? 1 : 0);
  return found.reduce((best, other) => (worth(other) > worth(best) ? other : best));
}

/** Pairs that could be one and the same, the most alike first. */
function byHand(
  seekers: readonly Seeker[],
  free: readonly RemoteEntry[],
  of: ReadonlyMap<Id, Sight>,
): { seeker: Seeker; remote: RemoteEntry }[] {
  const keyOf = ({ date, unit, minutes }: Pick<RemoteEntry, 'date' | 'unit' | 'minutes'>) =>
    `${date} ${minutes} ${unit}`;
  const pool = new Map<string, RemoteEntry[]>();
  for (const remote of free) {
    if (remote.reference !== null || remote.running) continue;
    pool.set(keyOf(remote), [...(pool.get(keyOf(remote)) ?? []), remote]);
  }
  return seekers
    .flatMap((seeker) => {
      const { draft, row } = seeker;
      const taken = of.has(seeker.entry) || seeker.alone || isLost(row) || (row?.remoteId ?? null) !== null;
      if (draft === null || taken) return [];
      return (pool.get(keyOf(draft)) ?? [])
        .filter((remote) => draft.task === null || remote.task === draft.task)
        .map((remote) => ({ seeker, remote, alike: likeness(remote.note, draft.note) }));
    })
    .toSorted(
      (a, b) =>
        b.alike - a.alike ||
        compareTexts(a.seeker.entry, b.seeker.entry) ||
        compareTexts(a.remote.id, b.remote.id),
    );
}
