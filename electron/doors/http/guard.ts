import type { IncomingMessage } from 'node:http';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { HttpRefusal } from '../http-refusal.ts';
import type { Sessions } from './session.ts';
import { sameSecret } from './token.ts';

/**
 * Refuses what did not mean us: another `Host` (a name that was made to point at this machine), another `Origin`
 * or site (a page elsewhere that talks to this machine behind the person's back). No token helps: it is 403, not 401.
 * @throws HttpRefusal 403.
 */
export function assertMeantForUs(request: IncomingMessage, port: number): void {
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !ours.includes(host.toLowerCase())) {
    throw new HttpRefusal(
      403,
      'unauthorised',
      said`This address is not one Stint answers to.`,
      said`Use http://127.0.0.1:${port}.`,
    );
  }
  const site = request.headers['sec-fetch-site'];
  const fromElsewhere =
    site !== undefined && site !== 'same-origin' && site !== 'none' && !isPlainNavigation(request);
  if (fromElsewhere || (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`)) {
    throw new HttpRefusal(
      403,
      'unauthorised',
      said`Pages of other sites may not talk to Stint.`,
      said`Open the window of Stint itself.`,
    );
  }
}

/** Following a link to the window from another page is fine: it shows the page and answers nothing else. */
function isPlainNavigation(request: IncomingMessage): boolean {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  return (
    request.method === 'GET' &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    !/^\/(api|rpc|session|mcp)(\/|$)/.test(path)
  );
}

const bearerOf = (request: IncomingMessage): string | undefined =>
  /^Bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1];

/** Lets in who could read the data folder's token file. @throws Problem `unauthorised`. */
export function assertToken(request: IncomingMessage, token: string): void {
  if (sameSecret(bearerOf(request) ?? '', token)) return;
  throw new Problem(
    'unauthorised',
    said`This Stint belongs to somebody else.`,
    said`Name your own data folder with --home.`,
  );
}

/**
 * Lets in who holds the token (programs) or a session (the window in the browser), and says which it was.
 * @param countWrong counts a token that is not good, and may refuse more of them
 * @throws Problem `unauthorised`.
 */
export function assertLetIn(
  request: IncomingMessage,
  token: string,
  sessions: Sessions,
  countWrong: () => void,
): 'token' | 'session' {
  const bearer = bearerOf(request);
  if (bearer === undefined ? sessions.accepts(request.headers.cookie) : sameSecret(bearer, token))
    return bearer === undefined ? 'session' : 'token';
  if (bearer !== undefined) countWrong();
  throw new Problem(
    'unauthorised',
    bearer === undefined ? said`Stint does not know who is asking.` : said`Stint does not accept this token.`,
    said`In a browser open the link that \`stint serve\` prints; a program sends the token that lies in the data folder (file \`token\`).`,
  );
}
