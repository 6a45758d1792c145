import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '#shared/ports/world.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { answerProblem } from '../answer.ts';
import { HttpRefusal } from '../http-refusal.ts';

/** Below it, each customer has a dashboard. */
export const DASHBOARD_PATH = '/api/dashboard/';

/** What stands behind the door for customers. */
export interface DashboardDesk {
  /** What a token opens at this customer's; null for every other token and customer, known or not. */
  open(customer: string, token: string): Promise<OpenDashboard | null>;
  /** Something went wrong that the customer cannot mend. */
  failed(error: unknown): void;
}

export interface OpenDashboard {
  /** Tells the holders of tokens apart. */
  readonly name: string;
  show(format: 'json' | 'html'): Promise<{ readonly mediaType: string; readonly text: string }>;
}

/** A page may have its own style, and nothing else: no script, no picture, no form, no frame. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Looks a customer may take in a minute, and wrong tokens there may be from all together. */
const MOST_LOOKS = 60;
const MOST_WRONG = 30;
const MINUTE_MS = 60_000;

/** Answers one request below `DASHBOARD_PATH`. */
export type AnswerDashboard = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * The door for customers: JSON, or a page for a browser, behind a token of the customer's own (bearer, or as the password
 * of Basic, which browsers ask for). Whatever opens nothing gets one and the same answer, so that nobody learns which
 * customers there are; wrong tokens of strangers never keep a customer out.
 */
export function dashboardDoor(desk: DashboardDesk, clock: Pick<Clock, 'now'>): AnswerDashboard {
  const isTooOften = perMinute(clock);
  return async (request, response) => {
    try {
      const customer = customerOf(request);
      const token = tokenOf(request.headers.authorization);
      const dashboard = customer === null || token === null ? null : await desk.open(customer, token);
      const [who, most] = dashboard === null ? ['', MOST_WRONG] : [dashboard.name, MOST_LOOKS];
      if (isTooOften(who, most)) return tooOften(response);
      if (dashboard === null) return unknown(response);
      if (request.method !== 'GET' && request.method !== 'HEAD') return onlyRead(response);
      const isPage = /\btext\/html\b/i.test(request.headers.accept ?? '');
      const { mediaType, text } = await dashboard.show(isPage ? 'html' : 'json');
      if (isPage) response.setHeader('content-security-policy', POLICY);
      response.writeHead(200, { 'content-type': mediaType, 'cache-control': 'no-store', vary: 'accept' });
      response.end(request.method === 'HEAD' ? undefined : text);
    } catch (error) {
      desk.failed(error);
      // The words of an error may name what customers do not see.
      answerProblem(
        response,
        new Problem('failed', said`The dashboard cannot be shown now.`, said`Try again later.`),
      );
    }
  };
}

const unknown = (response: ServerResponse): void => {
  response.setHeader('www-authenticate', ['Bearer realm="Stint"', 'Basic realm="Stint", charset="UTF-8"']);
  const remedy = said`Check address and token, or ask whoever gave them to you.`;
  answerProblem(response, new Problem('unauthorised', said`This token opens no dashboard here.`, remedy));
};

const tooOften = (response: ServerResponse): void => {
  const headers = { 'retry-after': String(MINUTE_MS / 1000) };
  const remedy = said`Try again in a minute.`;
  answerProblem(
    response,
    new HttpRefusal(429, 'refused', said`That was asked for too often.`, remedy, headers),
  );
};

const onlyRead = (response: ServerResponse): void => {
  const headers = { allow: 'GET, HEAD' };
  answerProblem(
    response,
    new HttpRefusal(405, 'usage', said`A dashboard can only be read.`, said`Use GET.`, headers),
  );
};

/** Null: nobody is called that. */
function customerOf(request: IncomingMessage): string | null {
  try {
    const { pathname } = new URL(request.url ?? '/', 'http://stint');
    const name = decodeURIComponent(pathname.slice(DASHBOARD_PATH.length).replace(/\/$/, ''));
    return name === '' || name.length > 200 ? null : name;
  } catch {
    return null;
  }
}

/** `Bearer TOKEN`, or `Basic base64(anything:TOKEN)`. */
function tokenOf(authorization: string | undefined): string | null {
  const [, kind, value] = /^(Bearer|Basic)\s+(\S{1,400})\s*$/i.exec(authorization ?? '') ?? [];
  if (kind === undefined || value === undefined) return null;
  if (kind.toLowerCase() === 'bearer') return value;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1).trim() || null;
}

/** Counts by name, anew each minute. Names are few: those of shares, and one for all strangers. */
function perMinute(clock: Pick<Clock, 'now'>): (name: string, most: number) => boolean {
  const counts = new Map<string, number>();
  let since = clock.now();
  return (name, most) => {
    const now = clock.now();
    // Also where the clock was set back.
    if (now - since >= MINUTE_MS || now < since) {
      counts.clear();
      since = now;
    }
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count > most;
  };
}
