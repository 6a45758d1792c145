import type { NewShareShape, ShareShape } from '../../contract/dashboard-operations.ts';
import { ofCustomer } from '../../entries/project.ts';
import type { DashboardShare } from '../../ports/dashboard-store.ts';
import type { World } from '../../ports/world.ts';
import { formatInstant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { personOf } from '../person.ts';

/** What the machine can do with a token that rules cannot. */
export interface TokenArt {
  /** What is kept of it; the token cannot be told from it. */
  hash(token: string): string;
  /** Compares in a time that tells nothing of either. */
  isSame(given: string, kept: string): boolean;
}

/** By which a token of ours is known when somebody finds one. */
const PREFIX = 'stint-dashboard-';

/**
 * Makes the token by which a customer reads their dashboard. It is told once and kept as a hash; one made before ends.
 * @throws Problem `not-found` where no project is of this customer: a mistyped name would open nothing.
 */
export async function shareDashboard(
  world: World,
  input: { customer: string },
  art: Pick<TokenArt, 'hash'>,
): Promise<NewShareShape> {
  const { user, now } = personOf(world);
  const [project] = ofCustomer(await world.stores.projects.list(user), input.customer);
  const customer = project?.customer?.trim() ?? null;
  if (customer === null)
    throw new Problem(
      'not-found',
      said`No project is of a customer "${input.customer}".`,
      said`See \`stint project list\`, or say whose it is: stint project edit KEY --customer "${input.customer}".`,
    );
  const before = (await goodShares(world, user)).filter((share) => isOf(share, customer));
  const token = `${PREFIX}${world.ids.secret().replaceAll('-', '')}`;
  const share: DashboardShare = {
    id: world.ids.next(now),
    user,
    customer,
    tokenHash: art.hash(token),
    createdAt: now,
    revokedAt: null,
  };
  await world.stores.dashboards.put([...before.map((one) => ({ ...one, revokedAt: now })), share]);
  return { ...shapeOf(world, share), token };
}

/** All tokens there were, the newest first; none of them is told. */
export async function listShares(world: World): Promise<ShareShape[]> {
  return (await world.stores.dashboards.list(personOf(world).user))
    .toReversed()
    .map((share) => shapeOf(world, share));
}

/** Ends the token of a customer; from now on it opens nothing. @throws Problem `not-found` where there is none. */
export async function revokeShare(world: World, { customer }: { customer: string }): Promise<ShareShape> {
  const { user, now } = personOf(world);
  const its = (await goodShares(world, user)).filter((share) => isOf(share, customer));
  const revoked = its.map((share) => ({ ...share, revokedAt: now }));
  const [first] = revoked;
  if (first === undefined)
    throw new Problem(
      'not-found',
      said`No token of "${customer}" is good, so there is nothing to end.`,
      said`See \`stint dashboard list\`.`,
    );
  await world.stores.dashboards.put(revoked);
  return shapeOf(world, first);
}

/**
 * The share that a token opens, where it is the customer's own; null for any other token or customer, known or not:
 * nobody learns which customers there are.
 */
export async function shareOpened(
  world: World,
  customer: string,
  token: string,
  art: TokenArt,
): Promise<DashboardShare | null> {
  const hash = art.hash(token);
  const shares = await goodShares(world, personOf(world).user);
  // All are compared, whichever it is: the time tells nothing.
  const opened = shares.filter((share) => art.isSame(hash, share.tokenHash));
  return opened.find((share) => isOf(share, customer)) ?? null;
}

const goodShares = async (world: World, user: string): Promise<DashboardShare[]> =>
  (await world.stores.dashboards.list(user)).filter(({ revokedAt }) => revokedAt === null);

const isOf = (share: DashboardShare, customer: string): boolean =>
  share.customer.toLowerCase() === customer.trim().toLowerCase();

function shapeOf(
  { machine }: Pick<World, 'machine'>,
  { customer, createdAt, revokedAt }: DashboardShare,
): ShareShape {
  const path = `/api/dashboard/${encodeURIComponent(customer)}`;
  const address = machine.httpUrl();
  return {
    customer,
    createdAt: formatInstant(createdAt),
    revokedAt: revokedAt === null ? null : formatInstant(revokedAt),
    path,
    url: address === null ? null : `${address}${path}`,
  };
}
