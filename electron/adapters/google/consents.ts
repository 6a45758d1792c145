import { randomBytes } from 'node:crypto';
import type { ConsentAsked, GoogleClient, GoogleConsent } from '#shared/ports/google-calendars.ts';
import { GoogleFailure } from '#shared/ports/google-calendars.ts';
import type { Clock } from '#shared/ports/world.ts';
import { plusMs } from '#shared/values/instant.ts';
import { Problem } from '#shared/values/problem.ts';
import type { ConsentEnd } from './consent-page.ts';
import type { Google } from './google-client.ts';
import type { Loopback } from './loopback.ts';
import { openLoopback } from './loopback.ts';

const EXCHANGE_MS = 15_000;

export interface ConsentsNeeds {
  readonly google: Pick<Google, 'consentPage' | 'exchange'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Opens an address in the person's browser; null: they open it themselves. */
  readonly browse: ((address: string) => Promise<void>) | null;
  /** How long a page waits for the person. */
  readonly patienceMs: number;
}

type Keep = (consent: GoogleConsent) => Promise<void>;

/** Consent pages: at most one waits. */
export interface Consents {
  ask(client: GoogleClient, keep: Keep): Promise<ConsentAsked>;
  /** Calls off the one that waits; one that is being answered is waited for. */
  close(): Promise<void>;
}

interface Waiting {
  readonly client: GoogleClient;
  readonly asked: Promise<ConsentAsked>;
  readonly end: () => Promise<void>;
}

export function openConsents(needs: ConsentsNeeds): Consents {
  let waiting: Waiting | null = null;

  const callOff = async (): Promise<void> => {
    const last = waiting;
    waiting = null;
    await last?.end();
  };
  return {
    async ask(client, keep) {
      if (waiting === null || !isSame(waiting.client, client)) {
        await callOff();
        const one: Waiting = beginConsent(needs, client, keep, () => {
          if (waiting === one) waiting = null;
        });
        waiting = one;
        one.asked.catch(() => {
          if (waiting === one) waiting = null;
        });
      }
      const asked = await waiting.asked;
      // Without a browser that opens by itself the address is what they have.
      await needs.browse?.(asked.address).catch(() => undefined);
      return asked;
    },
    close: callOff,
  };
}

const isSame = (a: GoogleClient, b: GoogleClient): boolean =>
  (Object.keys(a) as (keyof GoogleClient)[]).every((key) => a[key] === b[key]);

/** Opens the way back and makes the address of the page. @param over told when nobody is waited for any more. */
function beginConsent(needs: ConsentsNeeds, client: GoogleClient, keep: Keep, over: () => void): Waiting {
  const { google, clock, patienceMs } = needs;
  let verifier = '';
  let answering: Promise<ConsentEnd> | null = null;
  const state = randomBytes(32).toString('base64url');

  const arrived = (code: string | null): Promise<ConsentEnd> => {
    clearTimeout(timer);
    over();
    answering = settle(code);
    return answering;
  };
  const settle = async (code: string | null): Promise<ConsentEnd> => {
    if (code === null) return { is: 'declined' };
    try {
      const { redirectUri } = await loopback;
      await keep(await google.exchange(client, { code, verifier, redirectUri }, { timeoutMs: EXCHANGE_MS }));
      return { is: 'done' };
    } catch (error) {
      return { is: 'failed', ...wordsOf(error) };
    }
  };
  const loopback: Promise<Loopback> = openLoopback({ state, arrived });
  const timer = setTimeout(() => {
    over();
    void end();
  }, patienceMs);
  timer.unref();
  const end = async (): Promise<void> => {
    clearTimeout(timer);
    // What the person allowed a moment ago is still kept.
    if (answering !== null) await answering;
    else await loopback.then((way) => way.close()).catch(() => undefined);
  };
  const prepare = async (): Promise<ConsentAsked> => {
    const { redirectUri } = await loopback;
    const page = await google.consentPage(client, redirectUri, state);
    verifier = page.verifier;
    return { address: page.address, expiresAt: plusMs(clock.now(), patienceMs) };
  };
  return { client, asked: prepare(), end };
}

function wordsOf(error: unknown): { message: string; remedy: string } {
  if (error instanceof Problem) return { message: error.message, remedy: error.remedy };
  if (error instanceof GoogleFailure)
    return { message: FAILURES[error.kind] ?? FAILURES.other, remedy: AGAIN };
  return { message: FAILURES.other, remedy: AGAIN };
}

const AGAIN = 'Nothing was kept. Connect again from Stint.';
const FAILURES: Partial<Record<GoogleFailure['kind'], string>> & { readonly other: string } = {
  client:
    'Google does not accept the OAuth client: check google.clientId and its secret (stint secret set google.clientSecret).',
  unreached: 'Google did not answer. Check the network.',
  other: 'Google did not give the permission.',
};
