import { z } from 'zod';
import type { SourceState } from '../../ports/evidence-stores.ts';
import type { World } from '../../ports/world.ts';
import { accountKey, readAccountKey, readCalendarKey } from '../../sources/google-calendar/calendar-key.ts';
import type { ListedCalendar } from '../../sources/google-calendar/calendar-list.ts';

/** A Google account that was connected, as it was last seen. */
export interface GoogleAccount {
  /** The address of its own calendar. */
  readonly name: string;
  readonly calendars: readonly ListedCalendar[];
  /** The OAuth client its permission was refused to, for good: nothing is asked for it again. Null: all is well. */
  readonly refusedTo: string | null;
}

const markShape = z.object({
  calendars: z.array(z.object({ id: z.string(), name: z.string(), primary: z.boolean() })),
  refusedTo: z.string().nullable(),
});

/** The name its refresh token is kept under in `Secrets`. */
export const secretOf = (account: string): string => `google.${account}`;

/** The secret of the person's OAuth client: Google wants one, though of desktop apps it is none. */
export const CLIENT_SECRET = 'google.clientSecret';

/** Every account that was connected, and those that the setting names; by name. */
export async function googleAccountsOf(world: Pick<World, 'stores' | 'settings'>): Promise<GoogleAccount[]> {
  const accounts = new Map<string, GoogleAccount>();
  for (const chosen of world.settings.get()['google.calendars']) {
    const name = readCalendarKey(chosen)?.account;
    if (name !== undefined) accounts.set(name, { name, calendars: [], refusedTo: null });
  }
  for (const state of await world.stores.sources.list()) {
    const name = state.kind === 'google' ? readAccountKey(state.key) : null;
    if (name !== null) accounts.set(name, accountOfState(name, state));
  }
  return [...accounts.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** One account. */
export async function googleAccountOf(world: Pick<World, 'stores'>, name: string): Promise<GoogleAccount> {
  return accountOfState(name, await world.stores.sources.get(accountKey(name)));
}

function accountOfState(name: string, state: SourceState | null): GoogleAccount {
  return { name, ...(readAccountMark(state?.mark ?? null) ?? { calendars: [], refusedTo: null }) };
}

function readAccountMark(mark: string | null): z.infer<typeof markShape> | null {
  if (mark === null) return null;
  try {
    return markShape.parse(JSON.parse(mark));
  } catch {
    return null;
  }
}

/** What is kept of an account between two readings. Holds no token. */
export const accountMark = ({ calendars, refusedTo }: Omit<GoogleAccount, 'name'>): string =>
  JSON.stringify({ calendars, refusedTo });

/** Keeps what is known of an account; what else its state says stays, unless it is given. */
export async function keepAccount(
  world: Pick<World, 'stores'>,
  account: GoogleAccount,
  news: Partial<Pick<SourceState, 'lastReadAt' | 'problem'>> = {},
): Promise<void> {
  const key = accountKey(account.name);
  const known = await world.stores.sources.get(key);
  await world.stores.sources.put({
    kind: 'google',
    paused: known?.paused ?? false,
    lastReadAt: known?.lastReadAt ?? null,
    problem: known?.problem ?? null,
    ...news,
    key,
    name: account.name,
    mark: accountMark(account),
  });
}
