import { z } from 'zod';
import type { HttpResponse } from '../../ports/http.ts';
import type { Instant } from '../../values/instant.ts';
import { said } from '../../values/said.ts';
import { commonRefusal, inWords, jsonOf, shaped, soonEnough } from './answers.ts';
import { namedLabel, plainLabels, plainText, webAddress } from './plain-text.ts';
import type { Tracker, TrackerAnswer } from './tracker.ts';
import { USER_AGENT } from './tracker.ts';

const QUERY =
  'query($id:String!){issue(id:$id){identifier title url estimate priorityLabel state{name type} labels{nodes{name}} team{key} project{name} parent{identifier}}}';

/** Anything at all, or nothing. */
const told = z.unknown().optional();
const named = z.object({ name: told }).nullish().catch(null);
const issueShape = z.object({
  title: told,
  url: told,
  estimate: told,
  state: named,
  project: named,
  labels: z
    .object({ nodes: z.array(named) })
    .nullish()
    .catch(null),
});
const errorShape = z.object({
  message: told,
  extensions: z.object({ code: told, type: told, userPresentableMessage: told }).nullish().catch(null),
});
const answerShape = z.object({
  data: z
    .object({ issue: issueShape.nullish().catch(null) })
    .nullish()
    .catch(null),
  errors: z.array(errorShape).nullish().catch(null),
});

/** Linear, by its GraphQL interface; `issue(id:)` understands `ENG-123`. */
export const linear: Tracker = {
  id: 'linear',
  usualBase: 'https://api.linear.app',
  question: (ticket, { base, token }) => ({
    method: 'POST',
    url: `${base}/graphql`,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': USER_AGENT,
      // A personal key goes as it is; a token of OAuth is a bearer's.
      ...(token === null ? {} : { authorization: token.startsWith('lin_api_') ? token : `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: QUERY, variables: { id: ticket } }),
  }),
  answer(response, now) {
    const read = shaped(jsonOf(response), answerShape);
    const errors = read?.errors ?? [];
    if (errors.length > 0) return refusal(errors, response, now);
    const issue = read?.data?.issue;
    const title = plainText(issue?.title);
    if (response.status === 200 && issue && title !== null) {
      return {
        kind: 'facts',
        facts: {
          title,
          type: null,
          status: plainText(issue.state?.name),
          // Linear estimates in points, which are no time.
          estimate: null,
          labels: plainLabels([
            ...(issue.labels?.nodes ?? []).map((label) => label?.name),
            ...namedLabel('project', issue.project?.name),
            ...namedLabel('points', issue.estimate),
          ]),
          url: webAddress(issue.url),
        },
        quietUntil: usedUp(response, now),
      };
    }
    if (response.status === 200 && read?.data) {
      return { kind: 'missing', why: said`it has no such issue` };
    }
    return commonRefusal(response, [], now) ?? { kind: 'nonsense', why: inWords([], response.status) };
  },
};

function refusal(
  errors: readonly z.infer<typeof errorShape>[],
  response: HttpResponse,
  now: Instant,
): TrackerAnswer {
  const why = inWords(
    errors.map(({ extensions, message }) => plainText(extensions?.userPresentableMessage) ?? message),
    response.status,
  );
  const codes = errors
    .flatMap(({ extensions, message }) => [extensions?.code, extensions?.type, message])
    .flatMap((text) => (typeof text === 'string' ? [text.toLowerCase()] : []));
  const says = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code));
  // With HTTP 400, so the code counts and not the status.
  if (says(/^ratelimited|rate ?limit/)) {
    return { kind: 'quiet', why, until: resetOf(response, now) };
  }
  if (says(/^authentication[_ ]|^forbidden$|not authenticated/)) return { kind: 'unauthorised', why };
  if (says(/entity not found|could not find/)) return { kind: 'missing', why };
  return commonRefusal(response, [why], now) ?? { kind: 'nonsense', why };
}

/** Linear tells in epoch milliseconds when questions are counted anew. */
const resetOf = ({ headers }: HttpResponse, now: Instant): Instant | null =>
  soonEnough(Number(headers['x-ratelimit-requests-reset'] ?? Number.NaN), now);

const usedUp = (response: HttpResponse, now: Instant): Instant | null =>
  response.headers['x-ratelimit-requests-remaining'] === '0' ? resetOf(response, now) : null;
