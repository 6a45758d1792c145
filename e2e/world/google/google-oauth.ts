// Google's consent page and token endpoint: what they insist on, and what they hand out.
import { createHash, randomBytes } from 'node:crypto';
import type { FakeAnswer, FakeRequest } from '../providers/fake-provider.ts';
import { html, json, tokenError } from './google-answers.ts';

export interface OAuthClient {
  readonly id: string;
  readonly secret: string;
}

interface Grant {
  readonly address: string;
  readonly scopes: readonly string[];
}

interface Pending extends Grant {
  readonly redirectUri: string;
  readonly challenge: string;
}

export interface FakeOAuth {
  readonly client: OAuthClient;
  /** Refresh tokens that hold, and access tokens. */
  readonly refresh: Map<string, Grant>;
  readonly access: Map<string, Grant>;
  /** The next refresh answers with another refresh token, and the old one is over. */
  rotateNext: boolean;
  handle(path: string, query: URLSearchParams, request: FakeRequest): FakeAnswer | null;
}

export function fakeOAuth(client: OAuthClient, people: () => readonly string[]): FakeOAuth {
  const pending = new Map<string, Pending>();
  const secret = (kind: string): string => `${kind}-${randomBytes(16).toString('hex')}`;

  const grantAccess = (grant: Grant): object => {
    const token = secret('ya29.access');
    oauth.access.set(token, grant);
    return { access_token: token, expires_in: 3599, token_type: 'Bearer', scope: grant.scopes.join(' ') };
  };
  const exchange = (form: URLSearchParams): FakeAnswer => {
    const one = pending.get(form.get('code') ?? '');
    pending.delete(form.get('code') ?? '');
    const digest = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!one || digest !== one.challenge || form.get('redirect_uri') !== one.redirectUri)
      return tokenError('invalid_grant', 'Bad Request');
    const token = secret('1//refresh');
    oauth.refresh.set(token, one);
    return json(200, { ...grantAccess(one), refresh_token: token });
  };
  const renew = (form: URLSearchParams): FakeAnswer => {
    const token = form.get('refresh_token') ?? '';
    const grant = oauth.refresh.get(token);
    if (!grant) return tokenError('invalid_grant', 'Token has been expired or revoked.');
    if (!oauth.rotateNext) return json(200, grantAccess(grant));
    oauth.rotateNext = false;
    oauth.refresh.delete(token);
    const other = secret('1//refresh');
    oauth.refresh.set(other, grant);
    return json(200, { ...grantAccess(grant), refresh_token: other });
  };
  const token = (form: URLSearchParams): FakeAnswer => {
    if (form.get('client_id') !== client.id || form.get('client_secret') !== client.secret)
      return tokenError('invalid_client', 'The provided client secret is invalid.', 401);
    if (form.get('grant_type') === 'authorization_code') return exchange(form);
    if (form.get('grant_type') === 'refresh_token') return renew(form);
    return tokenError('unsupported_grant_type', 'Invalid grant_type');
  };
  const consent = (form: URLSearchParams): FakeAnswer => {
    const back = new URL(form.get('redirect_uri') ?? '');
    back.searchParams.set('state', form.get('state') ?? '');
    if (form.get('answer') === 'no') back.searchParams.set('error', 'access_denied');
    else {
      const code = secret('4/code');
      pending.set(code, {
        address: form.get('email') ?? '',
        scopes: (form.get('scope') ?? '').split(' '),
        redirectUri: form.get('redirect_uri') ?? '',
        challenge: form.get('code_challenge') ?? '',
      });
      back.searchParams.set('code', code);
    }
    return { status: 302, headers: { location: back.href }, body: '' };
  };
  const oauth: FakeOAuth = {
    client,
    refresh: new Map(),
    access: new Map(),
    rotateNext: false,
    handle(path, query, request) {
      const form = new URLSearchParams(request.body);
      switch (`${request.method} ${path}`) {
        case 'GET /o/oauth2/v2/auth': {
          const wrong = misfit(query, client);
          return wrong === null ? html(200, formsFor(query, people())) : html(400, `Error 400: ${wrong}`);
        }
        case 'POST /o/oauth2/v2/consent':
          return consent(form);
        case 'POST /token':
          return token(form);
        case 'POST /revoke': {
          const known = oauth.refresh.delete(form.get('token') ?? '');
          return known ? json(200, {}) : tokenError('invalid_token', 'Token expired or revoked');
        }
        default:
          return null;
      }
    },
  };
  return oauth;
}

/** What is wrong with the way a person was sent here; null: nothing. */
function misfit(query: URLSearchParams, client: OAuthClient): string | null {
  const wanted = {
    client_id: client.id,
    response_type: 'code',
    access_type: 'offline',
    prompt: 'consent',
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(wanted)) if (query.get(name) !== value) return name;
  if (!/^http:\/\/127\.0\.0\.1:\d+$/.test(query.get('redirect_uri') ?? '')) return 'redirect_uri_mismatch';
  if (!/^[\w-]{43}$/.test(query.get('code_challenge') ?? '')) return 'code_challenge';
  if ((query.get('state') ?? '').length < 20) return 'state';
  return null;
}

/** One form for each account to say yes with, and one to say no. */
function formsFor(query: URLSearchParams, people: readonly string[]): string {
  const hidden = (fields: Readonly<Record<string, string>>): string =>
    Object.entries(fields)
      .map(
        ([name, value]) => `<input type="hidden" name="${name}" value="${value.replaceAll('"', '&quot;')}"/>`,
      )
      .join('');
  const form = (more: Readonly<Record<string, string>>): string =>
    `<form method="post" action="/o/oauth2/v2/consent">${hidden({ ...Object.fromEntries(query), ...more })}<button>Go</button></form>`;
  return [...people.map((email) => form({ email })), form({ email: 'nobody', answer: 'no' })].join('');
}
