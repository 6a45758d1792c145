import type { Instant } from '../values/instant.ts';
import { formatInstant } from '../values/instant.ts';
import type { ProblemCode } from '../values/problem.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';

/**
 * What became of a call that did not work, told by what it means for the entry:
 * `unreached` – the request certainly never got there; `limited` – turned away before it was looked at, worth another
 * try from `retryAt` on; `unauthorised` – the token is not accepted; `refused` – looked at and refused, trying again
 * changes nothing; `missing` – what it was about is not there; `uncertain` – it may or may not have been done.
 */
export type FailureKind = 'unreached' | 'limited' | 'unauthorised' | 'refused' | 'missing' | 'uncertain';

/** A call to a provider that did not work. `message` is in the server's words wherever it had some. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly kind: FailureKind;
  /** HTTP status; null: there was no answer. */
  readonly status: number | null;
  /** When to try again, where the provider or our own count says so. */
  readonly retryAt: Instant | null;

  constructor(
    kind: FailureKind,
    message: string,
    more: { status?: number; retryAt?: Instant | null; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.kind = kind;
    this.status = more.status ?? null;
    this.retryAt = more.retryAt ?? null;
  }
}

const CODES: Readonly<Record<FailureKind, ProblemCode>> = {
  unreached: 'offline',
  limited: 'offline',
  unauthorised: 'unauthorised',
  refused: 'refused',
  missing: 'not-found',
  uncertain: 'offline',
};

/** A failure as a person is told it: what happened, that nothing is lost, what to do. */
export function problemOfFailure(failure: ProviderFailure, provider: { id: string; name: string }): Problem {
  const { kind, message, retryAt } = failure;
  const remedies: Readonly<Record<FailureKind, string>> = {
    unreached: said`Nothing is lost: what is to be booked waits. Try again when you are online.`,
    limited:
      retryAt === null
        ? said`Nothing is lost: what is to be booked waits. Try again in a while.`
        : said`Nothing is lost: what is to be booked waits. Try again after ${formatInstant(retryAt)}.`,
    unauthorised: said`Give a new token: stint provider connect ${provider.id}`,
    refused: said`Nothing was changed. Look at it in ${provider.name}, or choose another unit: stint provider units ${provider.id}`,
    missing: said`Nothing was changed. See what there is: stint provider units ${provider.id}`,
    uncertain: said`Nothing is lost: Stint looks up what became of it before it tries again.`,
  };
  // Words of our own name the provider already, the server's do not.
  const told = message.startsWith(provider.name) ? message : `${provider.name}: ${message}`;
  return new Problem(CODES[kind], told, remedies[kind], failure);
}
