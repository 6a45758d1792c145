import { z } from 'zod';
import type { Api } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import type { Account } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { listOf, NAME, togglId } from './entry-shape.ts';
import { MYSELF } from './quota.ts';

const me = z.object({
  id: togglId,
  fullname: z.string().nullish(),
  email: z.string().nullish(),
  default_workspace_id: togglId.nullish(),
});
const workspace = z.object({
  id: togglId,
  name: z.string(),
  /** On a Starter plan or higher. */
  premium: z.boolean().nullish(),
  /** On a Premium plan or higher. */
  business_ws: z.boolean().nullish(),
});
type Workspace = z.infer<typeof workspace>;

/** Who the token belongs to and their workspaces, the default one first. */
export async function connect(api: Api): Promise<Account> {
  const whoAnswer = await api.call({ method: 'GET', path: '/me', buckets: MYSELF }).catch(noAccessToOneself);
  const who = readAnswer(NAME, whoAnswer, me);
  const whereAnswer = await api.call({ method: 'GET', path: '/me/workspaces', buckets: MYSELF });
  const workspaces = [...readAnswer(NAME, whereAnswer, listOf(workspace))].sort(
    (a, b) => Number(b.id === who.default_workspace_id) - Number(a.id === who.default_workspace_id),
  );
  const chosen = chosenOf(workspaces, api.ids.workspaceId);
  return {
    person: { id: who.id, name: who.fullname || who.email || who.id, email: who.email || null },
    places: workspaces.map(({ id, name }) => ({ id, name })),
    ids: { organizationId: '', workspaceId: chosen?.id ?? '', accountId: '', personId: who.id },
    plan: chosen === null ? null : planOf(chosen),
  };
}

/** The wished one; without a wish the only one. A wish for a place that is not theirs is never replaced by another. */
function chosenOf(workspaces: readonly Workspace[], wish: string): Workspace | null {
  if (wish !== '') return workspaces.find(({ id }) => id === wish) ?? null;
  return workspaces.length === 1 ? workspaces[0]! : null;
}

function planOf({ premium, business_ws }: Workspace): string | null {
  if (business_ws === true) return 'premium';
  if (premium === true) return 'starter';
  return premium === false ? 'free' : null;
}

/** Nobody lacks access to themselves: a 403 here means the token. */
function noAccessToOneself(failure: unknown): never {
  if (failure instanceof ProviderFailure && failure.status === 403)
    throw new ProviderFailure('unauthorised', failure.message, { status: 403, cause: failure });
  throw failure;
}
