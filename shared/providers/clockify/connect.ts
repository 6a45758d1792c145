import { z } from 'zod';
import type { Api } from '../api.ts';
import type { Account } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { NAME } from './entry-shape.ts';

const user = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  email: z.string().nullish(),
  activeWorkspace: z.string().nullish(),
  defaultWorkspace: z.string().nullish(),
});
const workspace = z.object({
  id: z.string().min(1),
  name: z.string(),
  /** Null where nobody ever paid. */
  featureSubscriptionType: z.string().nullish(),
});
type Workspace = z.infer<typeof workspace>;

/** Who the key belongs to and their workspaces, the one they use first. */
export async function connect(api: Api): Promise<Account> {
  const who = readAnswer(NAME, await api.call({ method: 'GET', path: '/user' }), user);
  const answer = await api.call({ method: 'GET', path: '/workspaces' });
  const used = who.activeWorkspace ?? who.defaultWorkspace;
  const workspaces = [...readAnswer(NAME, answer, z.array(workspace))].sort(
    (a, b) => Number(b.id === used) - Number(a.id === used),
  );
  const chosen = chosenOf(workspaces, api.ids.workspaceId);
  return {
    person: { id: who.id, name: who.name || who.email || who.id, email: who.email || null },
    places: workspaces.map(({ id, name }) => ({ id, name })),
    ids: { organizationId: '', workspaceId: chosen?.id ?? '', accountId: '', personId: who.id },
    plan: chosen?.featureSubscriptionType?.toLowerCase() ?? null,
  };
}

/** The wished one; without a wish the only one. A wish for a place that is not theirs is never replaced by another. */
function chosenOf(workspaces: readonly Workspace[], wish: string): Workspace | null {
  if (wish !== '') return workspaces.find(({ id }) => id === wish) ?? null;
  return workspaces.length === 1 ? workspaces[0]! : null;
}
