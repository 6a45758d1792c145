import { z } from 'zod';
import { minutes } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import type { Api } from '../api.ts';
import type { Unit } from '../provider.ts';
import type { Document, Resource } from './json-api.ts';
import { attributesOf, flag, maybeAmount, maybeText, related } from './json-api.ts';
import { personOf } from './entries.ts';
import { allPages, isBadRequest } from './paging.ts';

/** As far as the server goes along: which of these it takes is not documented. */
const INCLUDES = ['deal,deal.project,deal.company', 'deal,deal.company', 'deal', null];

const service = z.object({
  name: maybeText,
  billable: z.boolean().nullish().catch(null),
  budgeted_time: maybeAmount,
  worked_time: maybeAmount,
  budget_cap_enabled: flag,
  time_tracking_enabled: z.boolean().nullish().catch(null),
  closed_at: maybeText,
});
const named = z.object({ name: maybeText, closed_at: maybeText, delivered_on: maybeText });

/** Services the person may track time on, in open budgets. */
export async function listUnits(api: Api): Promise<readonly Unit[]> {
  const page = await services(api);
  return page.data.map((one) => unitOf(one, page)).toSorted((a, b) => compare(titleOf(a), titleOf(b)));
}

async function services(api: Api): Promise<Document> {
  const ask = (include: string | null): Promise<Document> =>
    allPages(api, '/services', {
      'filter[trackable_by_person_id]': personOf(api),
      'filter[time_tracking_enabled]': true,
      // 1 is open: without it, every service of the past comes too.
      'filter[budget_status]': 1,
      include,
    });
  let refused: unknown;
  for (const include of INCLUDES) {
    try {
      return await ask(include);
    } catch (error) {
      if (!isBadRequest(error)) throw error;
      refused = error;
    }
  }
  throw refused;
}

function unitOf(resource: Resource, document: Document): Unit {
  const told = attributesOf(service, resource, document);
  const deal = related(resource, 'deal', document);
  const project = deal && related(deal, 'project', document);
  const company =
    (deal && related(deal, 'company', document)) ?? (project && related(project, 'company', document));
  const budget = deal && attributesOf(named, deal, document);
  const names = [told.name, budget?.name, nameOf(project, document), nameOf(company, document)];
  return {
    unit: resource.id,
    task: null,
    names: names.flatMap((name, at) => {
      const text = name?.trim() ?? '';
      // A budget is often called like its project.
      return text === '' || (at > 0 && text === names[at - 1]?.trim()) ? [] : [text];
    }),
    billable: told.billable ?? null,
    closed: closedOf(told, budget),
    left: leftOf(told),
    capped: told.budget_cap_enabled,
  };
}

function closedOf(
  told: z.infer<typeof service>,
  budget: z.infer<typeof named> | null | undefined,
): string | null {
  if (told.closed_at !== null || (budget?.closed_at ?? null) !== null) return said`closed`;
  if ((budget?.delivered_on ?? null) !== null) return said`delivered`;
  return told.time_tracking_enabled === false ? said`time cannot be tracked on it` : null;
}

/** A budget of nothing is none. */
function leftOf({ budgeted_time: budgeted, worked_time: worked }: z.infer<typeof service>): Unit['left'] {
  const left = Math.round((budgeted ?? 0) - (worked ?? 0));
  return budgeted === null || budgeted <= 0 || !Number.isSafeInteger(left) ? null : minutes(left);
}

const nameOf = (resource: Resource | null, document: Document): string | null | undefined =>
  resource && attributesOf(named, resource, document).name;

/** Widest name first, so that what belongs together stands together. */
const titleOf = (unit: Unit): string => unit.names.toReversed().join('\u0000');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
