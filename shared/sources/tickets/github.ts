import { z } from 'zod';
import type { HttpResponse } from '../../ports/http.ts';
import type { Instant } from '../../values/instant.ts';
import { afterSeconds, commonRefusal, inWords, jsonOf, shaped, soonEnough } from './answers.ts';
import { namedLabel, plainLabels, plainText, webAddress } from './plain-text.ts';
import type { Tracker } from './tracker.ts';
import { USER_AGENT } from './tracker.ts';

/** Anything at all, or nothing. */
const told = z.unknown().optional();
const named = z.object({ name: told }).nullish().catch(null);
const issueShape = z.object({
  title: told,
  state: told,
  state_reason: told,
  html_url: told,
  type: named,
  // Labels are objects; very old answers have their names only.
  labels: z
    .array(z.union([z.string(), named]))
    .nullish()
    .catch(null),
  milestone: z.object({ title: told }).nullish().catch(null),
  pull_request: told,
});
const errorShape = z.object({ message: told });

/** GitHub issues: `TB-042` is issue 42 of the repository that stands for `TB`. A pull request is an issue too. */
export const github: Tracker = {
  id: 'github',
  usualBase: 'https://api.github.com',
  question: (ticket, { base, repository, token }) => ({
    method: 'GET',
    url: `${base}/repos/${repository.split('/').map(encodeURIComponent).join('/')}/issues/${numberOf(ticket)}`,
    headers: {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': USER_AGENT,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: null,
  }),
  answer(response, now) {
    const { status, headers } = response;
    const json = jsonOf(response);
    const issue = status === 200 ? shaped(json, issueShape) : null;
    const title = plainText(issue?.title);
    if (issue && title !== null) {
      return {
        kind: 'facts',
        facts: {
          title,
          type: plainText(issue.type?.name) ?? (issue.pull_request ? 'pull request' : null),
          status: statusOf(plainText(issue.state), plainText(issue.state_reason)),
          // GitHub keeps estimates in projects only, each with a field of its own.
          estimate: null,
          labels: plainLabels([
            ...(issue.labels ?? []).map((label) => (typeof label === 'string' ? label : label?.name)),
            ...namedLabel('milestone', issue.milestone?.title),
          ]),
          url: webAddress(issue.html_url),
        },
        quietUntil: isUsedUp(response) ? resetOf(response, now) : null,
      };
    }
    const words = [shaped(json, errorShape)?.message];
    const why = inWords(words, status);
    if (status === 404 || status === 410) return { kind: 'missing', why };
    if (status === 403 || status === 429) {
      const limited =
        status === 429 || isUsedUp(response) || 'retry-after' in headers || /rate limit/i.test(why);
      if (!limited) return { kind: 'unauthorised', why };
      return {
        kind: 'quiet',
        why,
        until: afterSeconds(headers['retry-after'], now) ?? resetOf(response, now),
      };
    }
    return commonRefusal(response, words, now) ?? { kind: 'nonsense', why };
  },
};

/** `042` is issue 42. */
const numberOf = (ticket: string): string =>
  ticket.slice(ticket.lastIndexOf('-') + 1).replace(/^0+(?=\d)/, '');

const statusOf = (state: string | null, reason: string | null): string | null =>
  state === null || reason === null || reason === 'reopened'
    ? state
    : `${state} (${reason.replaceAll('_', ' ')})`;

const isUsedUp = ({ headers }: HttpResponse): boolean => headers['x-ratelimit-remaining'] === '0';

/** GitHub tells in epoch seconds. */
const resetOf = ({ headers }: HttpResponse, now: Instant): Instant | null =>
  soonEnough(Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000, now);
