import { z } from 'zod';
import type { Minutes } from '../../values/minutes.ts';
import { minutes } from '../../values/minutes.ts';
import type { Api } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import type { Budget } from '../provider.ts';
import type { Document } from './json-api.ts';
import { attributesOf, documentOf, maybeAmount, maybeText, onlyOne, related } from './json-api.ts';
import { isBadRequest } from './paging.ts';

const numbers = z.object({
  budgeted_time: maybeAmount,
  worked_time: maybeAmount,
  budget_total: maybeAmount,
  budget_used: maybeAmount,
  currency: maybeText,
});

/**
 * Time of services, money of services or, where it is kept there, of the budgets they stand in; what the person may not
 * see is missing. One request for each: the lists hold only what is open.
 */
export async function readBudgets(api: Api, units: readonly string[]): Promise<readonly Budget[]> {
  const budgets: Budget[] = [];
  for (const unit of new Set(units)) {
    const document = await service(api, unit);
    if (document !== null) budgets.push(budgetOf(unit, document));
  }
  return budgets;
}

async function service(api: Api, unit: string): Promise<Document | null> {
  const path = `/services/${encodeURIComponent(unit)}`;
  const ask = async (include: string | null): Promise<Document> =>
    documentOf(await api.call({ method: 'GET', path, query: { include } }));
  try {
    return await ask('deal').catch((error: unknown) => {
      if (isBadRequest(error)) return ask(null);
      throw error;
    });
  } catch (error) {
    // Deleted, or not for this person's eyes.
    if (error instanceof ProviderFailure && (error.kind === 'missing' || error.status === 403)) return null;
    throw error;
  }
}

function budgetOf(unit: string, document: Document): Budget {
  const resource = onlyOne(document);
  const own = attributesOf(numbers, resource, document);
  const deal = related(resource, 'deal', document);
  const shared = deal && attributesOf(numbers, deal, document);
  const budgeted = whole(own.budgeted_time);
  return {
    unit,
    // A budget of nothing is none.
    budgeted: budgeted !== null && budgeted > 0 ? budgeted : null,
    worked: whole(own.worked_time),
    money: moneyOf(own, shared) ?? (shared && moneyOf(shared, shared)),
  };
}

/** Amounts are hundredths of the currency already. */
function moneyOf(
  of: z.infer<typeof numbers>,
  deal: z.infer<typeof numbers> | null,
): { total: number | null; used: number | null; currency: string } | null {
  const currency = of.currency ?? deal?.currency ?? '';
  const total = of.budget_total ?? null;
  const used = of.budget_used ?? null;
  return currency === '' || (total === null && used === null) ? null : { total, used, currency };
}

function whole(value: number | null | undefined): Minutes | null {
  const time = Math.round(value ?? Number.NaN);
  return Number.isSafeInteger(time) ? minutes(time) : null;
}
