// Linear, Jira and GitHub on the loopback, as far as they are asked for tickets: they answer as their vendors document.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TrackedTicket {
  readonly title: string;
  readonly status?: string;
  readonly labels?: readonly string[];
  /** Jira only. */
  readonly estimateSeconds?: number;
}

export interface TrackerCall {
  readonly tracker: 'linear' | 'jira' | 'github';
  readonly ticket: string;
  readonly headers: IncomingHttpHeaders;
}

export interface FakeTrackers {
  /** Base addresses: `tickets.linearUrl`, `tickets.jira.site`, `tickets.githubUrl`. */
  readonly linearUrl: string;
  readonly jiraSite: string;
  readonly githubUrl: string;
  /** Accepted by all three; Jira wants `max@example.com` with it. */
  readonly token: string;
  /** By `TB-42` (Linear, Jira) or `acme/auction/42` (GitHub); no leading zeros. */
  readonly tickets: Map<string, TrackedTicket>;
  /** What was asked, oldest first. */
  readonly calls: readonly TrackerCall[];
  /** So many questions more are answered by GitHub before it asks for quiet for an hour. */
  githubLeft: number;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The three services on one address of this machine. */
export async function serveTrackers(): Promise<FakeTrackers> {
  const token = 'tracker-token-7Q';
  const tickets = new Map<string, TrackedTicket>();
  const calls: TrackerCall[] = [];

  const answer = (method: string, path: string, headers: IncomingHttpHeaders, body: string): Answer => {
    if (method === 'POST' && path === '/linear/graphql') {
      const { variables } = JSON.parse(body) as { variables: { id: string } };
      calls.push({ tracker: 'linear', ticket: variables.id, headers });
      return linear(headers.authorization === `Bearer ${token}`, tickets.get(plain(variables.id)));
    }
    const inJira = /^\/jira\/rest\/api\/3\/issue\/([A-Z0-9-]+)\?/.exec(path)?.[1];
    if (method === 'GET' && inJira !== undefined) {
      calls.push({ tracker: 'jira', ticket: inJira, headers });
      const basic = `Basic ${Buffer.from(`max@example.com:${token}`).toString('base64')}`;
      return jira(headers.authorization === basic, inJira, tickets.get(plain(inJira)));
    }
    const inGithub = /^\/github\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(path);
    if (method === 'GET' && inGithub) {
      const ticket = `${inGithub[1]}/${inGithub[2]}`;
      calls.push({ tracker: 'github', ticket, headers });
      if (headers['user-agent'] === undefined) return { status: 403, body: { message: 'No User-Agent' } };
      if (headers.authorization !== undefined && headers.authorization !== `Bearer ${token}`)
        return { status: 401, body: { message: 'Bad credentials' } };
      fake.githubLeft -= 1;
      return github(fake.githubLeft, tickets.get(ticket));
    }
    return { status: 404, body: { message: 'Not Found' } };
  };

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const told = answer(request.method ?? '', request.url ?? '', request.headers, body);
      response.writeHead(told.status, { 'content-type': 'application/json', ...told.headers });
      response.end(JSON.stringify(told.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeTrackers = {
    linearUrl: `${url}/linear`,
    jiraSite: `${url}/jira`,
    githubUrl: `${url}/github`,
    token,
    tickets,
    calls,
    githubLeft: 5000,
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return fake;
}

const plain = (ticket: string): string => ticket.replace(/-0+(?=\d)/, '-');

function linear(known: boolean, ticket: TrackedTicket | undefined): Answer {
  if (!known) {
    const extensions = { type: 'authentication error', code: 'AUTHENTICATION_ERROR' };
    return { status: 401, body: { errors: [{ message: 'Authentication required', extensions }] } };
  }
  if (!ticket) {
    const extensions = { type: 'invalid input', code: 'INPUT_ERROR' };
    return {
      status: 200,
      body: { data: null, errors: [{ message: 'Entity not found: Issue', extensions }] },
    };
  }
  const issue = {
    title: ticket.title,
    url: 'https://linear.app/acme/issue/TB-42',
    estimate: 3,
    state: { name: ticket.status ?? 'Todo', type: 'unstarted' },
    labels: { nodes: (ticket.labels ?? []).map((name) => ({ name })) },
    project: null,
    parent: null,
  };
  return { status: 200, body: { data: { issue } } };
}

function jira(known: boolean, key: string, ticket: TrackedTicket | undefined): Answer {
  if (!known)
    return { status: 401, body: { message: 'Client must be authenticated to access this resource.' } };
  if (!ticket) {
    const errorMessages = ['Issue does not exist or you do not have permission to see it.'];
    return { status: 404, body: { errorMessages, errors: {} } };
  }
  const fields = {
    summary: ticket.title,
    issuetype: { name: 'Task' },
    status: { name: ticket.status ?? 'To Do', statusCategory: { key: 'new' } },
    labels: ticket.labels ?? [],
    components: [],
    timeoriginalestimate: ticket.estimateSeconds ?? null,
    timetracking: {},
  };
  return { status: 200, body: { key, fields } };
}

function github(left: number, ticket: TrackedTicket | undefined): Answer {
  const headers = {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': String(Math.max(0, left)),
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
  };
  if (left < 0) return { status: 403, headers, body: { message: 'API rate limit exceeded for user ID 1.' } };
  if (!ticket) return { status: 404, headers, body: { message: 'Not Found' } };
  const body = {
    number: 42,
    title: ticket.title,
    state: ticket.status ?? 'open',
    state_reason: null,
    html_url: 'https://github.com/acme/auction/issues/42',
    labels: (ticket.labels ?? []).map((name) => ({ id: 1, name, color: 'ededed' })),
    milestone: null,
    assignees: [],
  };
  return { status: 200, headers, body };
}
