import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ConsentAsked, GoogleClient, GoogleConsent } from '#shared/ports/google-calendars.ts';
import { GoogleFailure } from '#shared/ports/google-calendars.ts';
import type { Clock } from '#shared/ports/world.ts';
import { plusMs } from '#shared/values/instant.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import type { ConsentEnd } from './consent-page.ts';
import type { Google } from './google-client.ts';
import type { Loopback } from './loopback.ts';
import { openLoopback } from './loopback.ts';

const EXCHANGE_MS = 15_000;
/** How long the end of the program waits for a consent that is just being kept. */
const END_MS = 3000;

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
  /** The person came back, or took too long, or there was no page at all. */
  isOver(): boolean;
  readonly end: () => Promise<void>;
}

export function openConsents(needs: ConsentsNeeds): Consents {
  let last: Waiting | null = null;
  return {
    async ask(client, keep) {
      const before = last;
      let one = before;
      if (one === null || one.isOver() || !isSame(one.client, client)) {
        one = last = beginConsent(needs, client, keep);
        await before?.end();
      }
      const asked = await one.asked;
      // Without a browser that opens by itself the address is what they have.
      await needs.browse?.(asked.address).catch(() => undefined);
      return asked;
    },
    close: async () => last?.end(),
  };
}

const isSame = (a: GoogleClient, b: GoogleClient): boolean =>
  (Object.keys(a) as (keyof GoogleClient)[]).every((key) => a[key] === b[key]);

/** Opens the way back and makes the address of the page. */
function beginConsent(needs: ConsentsNeeds, client: GoogleClient, keep: Keep): Waiting {
  const { google, clock, patienceMs } = needs;
  const state = randomBytes(32).toString('base64url');
  let verifier = '';
  let isOver = false;
  let answering: Promise<ConsentEnd> | null = null;

  const over = (): void => {
    isOver = true;
    clearTimeout(timer);
  };
  const arrived = (code: string | null): Promise<ConsentEnd> => {
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
  const end = async (): Promise<void> => {
    over();
    // What the person allowed a moment ago is still kept.
    if (answering !== null) await Promise.race([answering, pause(END_MS, null, { ref: false })]);
    await loopback.then((way) => way.close()).catch(() => undefined);
  };
  const prepare = async (): Promise<ConsentAsked> => {
    const { redirectUri } = await loopback;
    const page = await google.consentPage(client, redirectUri, state);
    verifier = page.verifier;
    return { address: page.address, expiresAt: plusMs(clock.now(), patienceMs) };
  };
  const loopback: Promise<Loopback> = openLoopback({ state, arrived });
  const timer = setTimeout(() => void end(), patienceMs).unref();
  const asked = prepare();
  asked.catch(over);
  return { client, asked, isOver: () => isOver, end };
}

function wordsOf(error: unknown): { message: string; remedy: string } {
  if (error instanceof Problem) return { message: error.message, remedy: error.remedy };
  if (error instanceof GoogleFailure)
    return { message: FAILURES[error.kind] ?? FAILURES.other, remedy: AGAIN };
  return { message: FAILURES.other, remedy: AGAIN };
}

const AGAIN = said`Nothing was kept. Connect again from Stint.`;
const FAILURES: Partial<Record<GoogleFailure['kind'], string>> & { readonly other: string } = {
  client: said`Google does not accept the OAuth client: check google.clientId and its secret (stint secret set google.clientSecret).`,
  unreached: said`Google did not answer. Check the network.`,
  other: said`Google did not give the permission.`,
};
