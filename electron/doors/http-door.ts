import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Clock } from '#shared/ports/world.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { answerProblem } from './answer.ts';
import type { Core } from './core.ts';
import type { AnswerDashboard, DashboardDesk } from './http/dashboard.ts';
import { DASHBOARD_PATH, dashboardDoor } from './http/dashboard.ts';
import { assertLetIn, assertMeantForUs } from './http/guard.ts';
import type { HearHook } from './http/hook-door.ts';
import { HOOK_PATH, hearHook } from './http/hook-door.ts';
import type { Count } from './http/rate-limit.ts';
import { KNOWN, rateLimit, STRANGERS } from './http/rate-limit.ts';
import type { Sessions } from './http/session.ts';
import { openSessions } from './http/session.ts';
import type { McpDoor } from './mcp/http.ts';
import type { Ask } from './mcp/tool.ts';
import type { EditorDesk } from './http/wakatime.ts';
import { answerEditor, WAKATIME_PATH } from './http/wakatime.ts';
import { SECURITY_HEADERS, serveWindowFile } from './http/window-files.ts';
import { listen, shut } from './listen.ts';
import { readJsonBody } from './request-body.ts';

/** The loopback door: REST, RPC and the window for browsers and programs of this machine. */
export interface HttpDoor {
  /** `http://127.0.0.1:7847`; holds no secret. */
  readonly url: string;
  /** A link that lets one browser in, once. */
  oneTimeUrl(): string;
  close(): Promise<void>;
}

export interface HttpDoorOptions {
  readonly core: Core;
  readonly token: string;
  readonly clock: Pick<Clock, 'now' | 'monotonicMs'>;
  /** 0 picks a free one. */
  readonly port: number;
  readonly hear: HearHook;
  readonly editors: EditorDesk;
  readonly dashboards: DashboardDesk;
  /** Carries out what agents ask for over the Model Context Protocol. */
  readonly mcp: Ask;
  /** The window's built files. */
  readonly windowFolder: string;
}

/**
 * Opens the HTTP door on 127.0.0.1 (design §3 "One writer"; off in the desktop app until switched on).
 * @throws Problem `conflict` when the port is taken.
 */
export async function openHttpDoor(options: HttpDoorOptions): Promise<HttpDoor> {
  const sessions = openSessions(options.token, options.clock);
  // An idle connection is kept longer than a busy machine keeps a program waiting between two of its requests: what is
  // sent on one that was just closed is lost for it.
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 60_000 });
  server.maxHeadersCount = 100;
  const port = await listenOn(server, options.port);
  const answerCustomer = dashboardDoor(options.dashboards, options.clock);
  const agents = agentsDoor(options.mcp);
  const count = (quota: typeof KNOWN): Count => rateLimit(quota, options.clock);
  // A program gone wild does not slow down who asks with a browser.
  const counts = { token: count(KNOWN), session: count(KNOWN), stranger: count(STRANGERS) };
  const door: Door = { ...options, port, sessions, answerCustomer, agents, counts };
  server.on('request', (request, response) => {
    void answer(door, request, response).catch((error: unknown) => answerProblem(response, error));
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    oneTimeUrl: () => `${url}/?token=${sessions.oneTimeKey()}`,
    close: async () => {
      await agents.close();
      await shut(server);
    },
  };
}

type Door = HttpDoorOptions & {
  readonly sessions: Sessions;
  readonly answerCustomer: AnswerDashboard;
  readonly agents: McpDoor;
  readonly counts: Readonly<Record<'token' | 'session' | 'stranger', Count>>;
};

/** Where agents speak the Model Context Protocol. */
const MCP_PATH = '/mcp';

/** Loaded with the first of them: it is as large as all other doors. */
function agentsDoor(ask: Ask): McpDoor {
  let opened: Promise<McpDoor> | null = null;
  return {
    async answer(request, response) {
      opened ??= import('./mcp/http.ts').then(({ openMcpDoor }) => openMcpDoor(ask));
      return (await opened).answer(request, response);
    },
    close: async () => (await opened)?.close(),
  };
}

async function answer(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  assertMeantForUs(request, door.port);
  const url = new URL(request.url ?? '/', 'http://stint');
  if (url.pathname === '/session') return openSession(door, request, response);
  // Editors' plugins have a key of their own, which opens nothing else.
  if (url.pathname === WAKATIME_PATH || url.pathname.startsWith(`${WAKATIME_PATH}/`))
    return answerEditor(door.editors, request, response);
  // Customers too, each for their own dashboard.
  if (url.pathname.startsWith(DASHBOARD_PATH)) return door.answerCustomer(request, response);
  const letIn = (): 'token' | 'session' =>
    assertLetIn(request, door.token, door.sessions, () => door.counts.stranger(response));
  if (/^\/api(\/|$)/.test(url.pathname)) {
    door.counts[letIn()](response);
    return door.core(request, response);
  }
  if (/^\/rpc(\/|$)/.test(url.pathname)) {
    letIn();
    return door.core(request, response);
  }
  if (url.pathname === MCP_PATH) {
    letIn();
    return door.agents.answer(request, response);
  }
  if (url.pathname === HOOK_PATH) {
    letIn();
    return hearHook(door.hear, request, response);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new Problem(
      'not-found',
      said`There is nothing to call at ${url.pathname}.`,
      said`See /api/openapi.json for all operations.`,
    );
  }
  const key = url.searchParams.get('token');
  if (key !== null && request.method === 'GET') return letBrowserIn(door, key, response);
  if (await serveWindowFile(door.windowFolder, request, response)) return;
  throw new Problem(
    'not-found',
    said`There is no page ${url.pathname}.`,
    said`Where the window was never built, run \`npm run build\`.`,
  );
}

/** The one-time link: the key becomes a cookie and leaves the address bar. A spent link still works for a known browser. */
function letBrowserIn(door: Door, key: string, response: ServerResponse): void {
  const cookie = door.sessions.redeem(key);
  response.writeHead(303, {
    location: '/',
    'cache-control': 'no-store',
    ...(cookie === null ? {} : { 'set-cookie': cookie }),
  });
  response.end();
}

/** `POST /session {"token"}`: the same for a page that does it by itself. */
async function openSession(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST')
    throw new Problem('not-found', said`A session is opened with POST.`, said`Send {"token": "…"} as JSON.`);
  const body = await readJsonBody(request);
  const key: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'token') : undefined;
  const cookie = typeof key === 'string' ? door.sessions.redeem(key) : null;
  if (cookie === null) {
    door.counts.stranger(response);
    throw new Problem(
      'unauthorised',
      said`This key is not good, or was used already.`,
      said`Open the newest link that \`stint serve\` printed.`,
    );
  }
  response.writeHead(204, { 'set-cookie': cookie, 'cache-control': 'no-store' });
  response.end();
}

async function listenOn(server: Server, port: number): Promise<number> {
  try {
    await listen(server, { host: '127.0.0.1', port });
  } catch (cause) {
    const taken =
      cause instanceof Error && 'code' in cause && (cause.code === 'EADDRINUSE' || cause.code === 'EACCES');
    if (!taken) throw cause;
    throw new Problem(
      'conflict',
      said`Port ${port} is taken by another program.`,
      said`Choose another with \`--port N\` (0 picks a free one) or \`stint config set doors.httpPort N\`.`,
      cause,
    );
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
