import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpResponse } from '../../ports/http.ts';
import { jsonAnswer } from '../../ports/memory-http.ts';
import { instant } from '../../values/instant.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { github } from './github.ts';
import { jira } from './jira.ts';
import { linear } from './linear.ts';
import type { TrackerAccess } from './tracker.ts';

const TICKET = 'TB-042' as TicketId;
const NOW = instant(Date.parse('2026-02-10T09:00:00Z'));
const access = (given: Partial<TrackerAccess> = {}): TrackerAccess => ({
  base: 'https://tracker.example',
  token: 'secret-token',
  email: 'max@example.com',
  repository: 'acme/auction',
  ...given,
});
const factsOf = (tracker: typeof linear, response: HttpResponse) => {
  const answer = tracker.answer(response, NOW);
  if (answer.kind !== 'facts') throw new Error(`${answer.kind}: ${answer.why}`);
  return answer.facts;
};

describe('Linear', () => {
  const issue = {
    identifier: 'TB-42',
    title: 'Fix the\u0000 socket\u202E',
    url: 'https://linear.app/acme/issue/TB-42/fix',
    estimate: 3,
    priorityLabel: 'High',
    state: { name: 'In Progress', type: 'started' },
    labels: { nodes: [{ name: 'Bug' }, { name: 'Bug' }, { name: 'customer' }] },
    team: { key: 'TB' },
    project: { name: 'Auction' },
    parent: null,
  };

  it('is asked with the key as it is, and with a token of OAuth as a bearer’s', () => {
    const key = linear.question(TICKET, access({ token: 'lin_api_1' }));
    expect(key).toMatchObject({ method: 'POST', url: 'https://tracker.example/graphql' });
    expect(key.headers['authorization']).toBe('lin_api_1');
    expect(JSON.parse(key.body ?? '')).toMatchObject({ variables: { id: 'TB-042' } });
    expect(linear.question(TICKET, access()).headers['authorization']).toBe('Bearer secret-token');
  });

  it('tells of an issue; its points are no time', () => {
    expect(factsOf(linear, jsonAnswer({ data: { issue } }))).toEqual({
      title: 'Fix the socket',
      type: null,
      status: 'In Progress',
      estimate: null,
      labels: ['Bug', 'customer', 'project:Auction', 'points:3'],
      url: 'https://linear.app/acme/issue/TB-42/fix',
    });
  });

  it('tells with HTTP 400 that it was asked too often', () => {
    const body = { errors: [{ message: 'Rate limit exceeded', extensions: { code: 'RATELIMITED' } }] };
    const until = NOW + 60_000;
    const reset = { 'x-ratelimit-requests-reset': String(until) };
    expect(linear.answer(jsonAnswer(body, 400, reset), NOW)).toEqual({
      kind: 'quiet',
      why: 'Rate limit exceeded (400)',
      until,
    });
    expect(linear.answer(jsonAnswer(body, 400), NOW)).toMatchObject({ kind: 'quiet', until: null });
  });

  it('tells in its own words what it does not know or allow', () => {
    const missing = {
      data: null,
      errors: [{ message: 'Entity not found: Issue', extensions: { type: 'invalid input' } }],
    };
    expect(linear.answer(jsonAnswer(missing), NOW)).toEqual({
      kind: 'missing',
      why: 'Entity not found: Issue (200)',
    });
    expect(linear.answer(jsonAnswer({ data: { issue: null } }), NOW)).toMatchObject({ kind: 'missing' });
    const refused = {
      errors: [
        {
          message: 'Authentication required, not authenticated',
          extensions: { code: 'AUTHENTICATION_ERROR', userPresentableMessage: 'You need to sign in.' },
        },
      ],
    };
    expect(linear.answer(jsonAnswer(refused, 400), NOW)).toEqual({
      kind: 'unauthorised',
      why: 'You need to sign in. (400)',
    });
  });

  it('says when an answer was the last one for now', () => {
    const headers = {
      'x-ratelimit-requests-remaining': '0',
      'x-ratelimit-requests-reset': String(NOW + 5000),
    };
    expect(linear.answer(jsonAnswer({ data: { issue } }, 200, headers), NOW)).toMatchObject({
      quietUntil: NOW + 5000,
    });
  });
});

describe('Jira', () => {
  const issue = {
    key: 'TB-42',
    fields: {
      summary: 'Fix the socket',
      issuetype: { name: 'Bug' },
      status: { name: 'In Arbeit', statusCategory: { key: 'indeterminate' } },
      labels: ['backend'],
      components: [{ name: 'api' }],
      timeoriginalestimate: 14_400,
      timetracking: {},
      priority: null,
      parent: null,
    },
  };

  it('is asked as the person, by e-mail and token', () => {
    const { url, headers } = jira.question(TICKET, access());
    expect(url).toMatch(/^https:\/\/tracker\.example\/rest\/api\/3\/issue\/TB-042\?fields=summary,/);
    expect(headers['authorization']).toBe(`Basic ${globalThis.btoa('max@example.com:secret-token')}`);
  });

  it('tells of an issue, its estimate in minutes', () => {
    expect(factsOf(jira, jsonAnswer(issue))).toEqual({
      title: 'Fix the socket',
      type: 'Bug',
      status: 'In Arbeit',
      estimate: 240,
      labels: ['backend', 'component:api'],
      url: null,
    });
    const { timeoriginalestimate: _, ...fields } = issue.fields;
    const tracked = { ...fields, timetracking: { originalEstimateSeconds: 1800 } };
    expect(factsOf(jira, jsonAnswer({ fields: tracked })).estimate).toBe(30);
    expect(factsOf(jira, jsonAnswer({ fields: { ...fields, timetracking: null } })).estimate).toBeNull();
  });

  it('may mean with 404 that the person may not see it', () => {
    const body = {
      errorMessages: ['Issue does not exist or you do not have permission to see it.'],
      errors: {},
    };
    expect(jira.answer(jsonAnswer(body, 404), NOW)).toMatchObject({
      kind: 'missing',
      why: expect.stringMatching(/^Issue does not exist .* may not see it\.$/),
    });
  });

  it('tells what it refuses', () => {
    expect(jira.answer(jsonAnswer({ message: 'Client must be authenticated' }, 401), NOW)).toEqual({
      kind: 'unauthorised',
      why: 'Client must be authenticated (401)',
    });
    expect(jira.answer(jsonAnswer({}, 429, { 'retry-after': '30' }), NOW)).toMatchObject({
      kind: 'quiet',
      until: NOW + 30_000,
    });
  });
});

describe('GitHub', () => {
  const issue = {
    number: 42,
    title: 'Fix the socket',
    state: 'closed',
    state_reason: 'not_planned',
    html_url: 'https://github.com/acme/auction/issues/42',
    labels: [{ name: 'bug' }, 'old'],
    type: { name: 'Bug' },
    milestone: { title: '1.0' },
    assignees: [],
  };

  it('is asked for the number in the repository of the prefix, with all it wants to hear', () => {
    const { url, headers } = github.question(TICKET, access());
    expect(url).toBe('https://tracker.example/repos/acme/auction/issues/42');
    expect(headers).toMatchObject({
      authorization: 'Bearer secret-token',
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': expect.stringContaining('Stint'),
    });
    expect(github.question(TICKET, access({ token: null })).headers).not.toHaveProperty('authorization');
  });

  it('tells of an issue; a pull request is one too', () => {
    expect(factsOf(github, jsonAnswer(issue))).toEqual({
      title: 'Fix the socket',
      type: 'Bug',
      status: 'closed (not planned)',
      estimate: null,
      labels: ['bug', 'old', 'milestone:1.0'],
      url: 'https://github.com/acme/auction/issues/42',
    });
    const pull = { title: 'Fix', state: 'open', labels: null, pull_request: { url: 'https://x' } };
    expect(factsOf(github, jsonAnswer(pull))).toMatchObject({
      type: 'pull request',
      status: 'open',
      labels: [],
    });
  });

  it('tells by its headers when it may be asked again', () => {
    const reset = String(Math.floor(NOW / 1000) + 120);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const limited = jsonAnswer({ message: 'API rate limit exceeded' }, 403, headers);
    expect(github.answer(limited, NOW)).toMatchObject({ kind: 'quiet', until: NOW + 120_000 });
    expect(github.answer(jsonAnswer(issue, 200, headers), NOW)).toMatchObject({ quietUntil: NOW + 120_000 });
    const secondary = jsonAnswer({ message: 'You have exceeded a secondary rate limit' }, 403, {
      'retry-after': '9',
    });
    expect(github.answer(secondary, NOW)).toMatchObject({ kind: 'quiet', until: NOW + 9000 });
    const forbidden = jsonAnswer({ message: 'Resource not accessible by personal access token' }, 403);
    expect(github.answer(forbidden, NOW)).toMatchObject({ kind: 'unauthorised' });
    const gone = jsonAnswer({ message: 'Not Found' }, 404);
    expect(github.answer(gone, NOW)).toEqual({ kind: 'missing', why: 'Not Found (404)' });
  });
});

describe('whatever comes', () => {
  const page = {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<html>Log in to the hotel</html>',
  };
  const answers = fc.record({
    status: fc.constantFrom(200, 200, 204, 301, 400, 401, 403, 404, 418, 429, 500, 503),
    headers: fc.dictionary(
      fc.constantFrom(
        'retry-after',
        'x-ratelimit-reset',
        'x-ratelimit-remaining',
        'x-ratelimit-requests-reset',
      ),
      fc.oneof(fc.string(), fc.integer().map(String)),
    ),
    body: fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record(
          {
            title: fc.anything(),
            labels: fc.anything(),
            fields: fc.anything(),
            data: fc.oneof(fc.anything(), fc.record({ issue: fc.anything() })),
            errors: fc.anything(),
            state: fc.anything(),
          },
          { requiredKeys: [] },
        )
        .map((value) => {
          try {
            return JSON.stringify(value) ?? '';
          } catch {
            return '';
          }
        }),
    ),
  });

  it.each([linear, jira, github])(
    '$id: the page of somebody else is no ticket, and is not repeated',
    (tracker) => {
      expect(tracker.answer(page, NOW)).toEqual({ kind: 'nonsense', why: 'HTTP 200' });
    },
  );

  it.each([linear, jira, github])('$id: an answer is read, and never thrown at anybody', (tracker) => {
    fc.assert(
      fc.property(answers, (response) => {
        const answer = tracker.answer(response, NOW);
        if (answer.kind === 'facts') {
          const { title, labels, url } = answer.facts;
          expect(title).toMatch(/\S/);
          expect(`${title}${labels.join('')}`).not.toMatch(/[\p{Cc}\u202E]/u);
          expect([...title].length).toBeLessThanOrEqual(300);
          expect(url ?? 'https://').toMatch(/^https?:\/\//);
        } else {
          expect(answer.why.length).toBeLessThanOrEqual(1000);
          if (answer.kind === 'quiet' && answer.until !== null) {
            expect(answer.until).toBeGreaterThan(NOW);
            expect(answer.until).toBeLessThanOrEqual(NOW + 86_400_000);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
