import { z } from 'zod';
import { basicAuth } from '../../values/basic-auth.ts';
import { minutesOfMs } from '../../values/minutes.ts';
import type { Minutes } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { commonRefusal, inWords, jsonOf, shaped } from './answers.ts';
import { namedLabel, plainLabels, plainText } from './plain-text.ts';
import type { Tracker } from './tracker.ts';
import { USER_AGENT } from './tracker.ts';

const FIELDS =
  'summary,issuetype,status,labels,timetracking,timeoriginalestimate,priority,project,parent,components';
/** Ten working years; more is no estimate. */
const LONGEST_SECONDS = 20_000 * 3600;

/** Anything at all, or nothing. */
const told = z.unknown().optional();
const named = z.object({ name: told }).nullish().catch(null);
const seconds = z.number().min(0).max(LONGEST_SECONDS).nullish().catch(null);
const issueShape = z.object({
  key: told,
  fields: z.object({
    summary: told,
    issuetype: named,
    status: named,
    labels: z.array(z.unknown()).nullish().catch(null),
    components: z.array(named).nullish().catch(null),
    timeoriginalestimate: seconds,
    timetracking: z.object({ originalEstimateSeconds: seconds }).nullish().catch(null),
  }),
});
const errorShape = z.object({
  errorMessages: z.array(z.unknown()).nullish().catch(null),
  errors: z.record(z.string(), z.unknown()).nullish().catch(null),
  message: told,
});

/** Jira Cloud, by its REST interface of version 3. */
export const jira: Tracker = {
  id: 'jira',
  usualBase: '',
  question: (ticket, { base, email, token }) => ({
    method: 'GET',
    url: `${base}/rest/api/3/issue/${encodeURIComponent(ticket)}?fields=${FIELDS}`,
    headers: {
      accept: 'application/json',
      'user-agent': USER_AGENT,
      ...(token === null ? {} : { authorization: basicAuth(email, token) }),
    },
    body: null,
  }),
  answer(response, now) {
    const { status } = response;
    const json = jsonOf(response);
    const issue = status === 200 ? shaped(json, issueShape) : null;
    const title = plainText(issue?.fields.summary);
    if (issue && title !== null) {
      const { fields } = issue;
      return {
        kind: 'facts',
        facts: {
          title,
          type: plainText(fields.issuetype?.name),
          status: plainText(fields.status?.name),
          estimate: estimateOf(fields.timeoriginalestimate ?? fields.timetracking?.originalEstimateSeconds),
          labels: plainLabels([
            ...(fields.labels ?? []),
            ...(fields.components ?? []).flatMap((one) => namedLabel('component', one?.name)),
          ]),
          // It gives no address for people, only `self` of the interface; the site is known to the asker.
          url: null,
        },
        quietUntil: null,
      };
    }
    const told = shaped(json, errorShape);
    const words = [...(told?.errorMessages ?? []), ...Object.values(told?.errors ?? {}), told?.message];
    // Jira does not tell tickets that are not there from those that may not be seen.
    if (status === 404 || status === 410) {
      return { kind: 'missing', why: said`${inWords(words, status)} Maybe this account may not see it.` };
    }
    if (status === 403) return { kind: 'unauthorised', why: inWords(words, status) };
    return commonRefusal(response, words, now) ?? { kind: 'nonsense', why: inWords(words, status) };
  },
};

/** An estimate of nothing is none. */
const estimateOf = (value: number | null | undefined): Minutes | null =>
  value ? minutesOfMs(value * 1000) : null;
