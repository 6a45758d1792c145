import { z } from 'zod';
import type { Api } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import { readAnswer } from '../read-answer.ts';
import { NAME } from './entry-shape.ts';

const company = z.object({
  name: z.string().nullish(),
  /** True: entries have a start and an end; false: a duration. One of the two is passed over by the server. */
  wants_timestamp_timers: z.boolean().nullish(),
});
export type Company = z.infer<typeof company>;

/** The company of the account; null when the person may not see it. */
export async function companyOf(api: Api): Promise<Company | null> {
  const answer = await api.call({ method: 'GET', path: '/company' }).catch((failure: unknown) => {
    if (failure instanceof ProviderFailure && (failure.kind === 'refused' || failure.kind === 'missing'))
      return null;
    throw failure;
  });
  return answer === null ? null : readAnswer(NAME, answer, company);
}

/**
 * How each company tracks time, asked once for each way to the provider: a booking of a whole week opens one. Keeping
 * it any longer would save one request in a hundred and miss the day on which the company changes its mind.
 */
const modes = new WeakMap<Api, Promise<boolean | null>>();

/**
 * Does the company track time by start and end? Null: it may not be asked.
 * @throws ProviderFailure never `uncertain`: nothing was written yet, whatever became of the question.
 */
export function tracksClockTimes(api: Api): Promise<boolean | null> {
  const known = modes.get(api);
  if (known !== undefined) return known;
  const asked = companyOf(api)
    .then((found) => (found === null ? null : found.wants_timestamp_timers === true))
    .catch((failure: unknown) => {
      modes.delete(api);
      if (failure instanceof ProviderFailure && failure.kind === 'uncertain') {
        const status = failure.status === null ? {} : { status: failure.status };
        throw new ProviderFailure('unreached', failure.message, { ...status, cause: failure });
      }
      throw failure;
    });
  modes.set(api, asked);
  return asked;
}
