import { z } from 'zod';
import type { Api } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import type { Account } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { companyOf } from './company.ts';
import { harvestId, NAME } from './entry-shape.ts';
import { said } from '../../values/said.ts';

const me = z.object({
  id: harvestId,
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  email: z.string().nullish(),
});

/**
 * Who the token belongs to in the account that was named. Which accounts it opens is told by another host alone, and
 * the token is not sent there: the account's number stands beside the token where it is made (id.getharvest.com,
 * "Developers"), and without it nothing can be asked and `ids.accountId` stays ''.
 */
export async function connect(api: Api): Promise<Account> {
  const { accountId } = api.ids;
  if (accountId === '')
    return { person: { id: '', name: '', email: null }, places: [], ids: api.ids, plan: null };
  const answer = await api.call({ method: 'GET', path: '/users/me' }).catch(explain(accountId));
  const who = readAnswer(NAME, answer, me);
  const company = await companyOf(api);
  const name = [who.first_name, who.last_name].filter((part) => part).join(' ');
  return {
    person: { id: who.id, name: name || who.email || who.id, email: who.email || null },
    places: [{ id: accountId, name: company?.name || accountId }],
    ids: { organizationId: '', workspaceId: '', accountId, personId: who.id },
    plan: null,
  };
}

/** A wrong account number is answered like a wrong token. */
const explain =
  (accountId: string) =>
  (failure: unknown): never => {
    if (failure instanceof ProviderFailure && failure.kind === 'unauthorised') {
      throw new ProviderFailure(
        'unauthorised',
        said`${failure.message} (The token, or the account number ${accountId}, is not right.)`,
        { ...(failure.status === null ? {} : { status: failure.status }), cause: failure },
      );
    }
    throw failure;
  };
