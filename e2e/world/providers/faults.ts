// What can go wrong between Stint and a service, as decisions without any machinery: which requests reach the service, how
// often and when, and what comes back. Two fronts act on them: a real server (serve-fake.ts) and a port in memory (faulty-http.ts).
import type { FakeAnswer } from './fake-provider.ts';

/** What comes back to the one who asked. */
export type Reply =
  /** What the service says. */
  | { readonly kind: 'own' }
  /** The connection breaks off. */
  | { readonly kind: 'reset' }
  /** Nothing, until the asker gives up. */
  | { readonly kind: 'silence' }
  /** What the service says, but the connection breaks off in the middle of the body. */
  | { readonly kind: 'truncated' }
  /** What the service says, its body cut by a machine on the way that then thought it whole. */
  | { readonly kind: 'cut' }
  /** Something else, said by a machine on the way. */
  | { readonly kind: 'instead'; readonly answer: FakeAnswer };

/** What becomes of one request. */
export interface Fate {
  /** How often the service is given it: 0 never, 2 doubled on the way. */
  readonly deliveries: 0 | 1 | 2;
  /** Only once the asker has given up. */
  readonly late: boolean;
  /** No connection is made at all: the asker knows that it never got there. */
  readonly refused: boolean;
  readonly reply: Reply;
}

const OWN: Reply = { kind: 'own' };
const HTML = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Welcome</h1></body></html>';

const instead = (
  status: number,
  body: string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({ kind: 'instead', answer: { status, headers: { 'content-type': type, ...headers }, body } });
const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply =>
  instead(status, JSON.stringify(body), 'application/json', headers);
const page = (status: number): Reply => instead(status, HTML, 'text/html; charset=utf-8');
const brokenDown = (status: number, detail: string): Reply =>
  json(status, { errors: [{ status: String(status), title: detail, detail }] });

const never = (reply: Reply): Fate => ({ deliveries: 0, late: false, refused: false, reply });
const once = (reply: Reply): Fate => ({ deliveries: 1, late: false, refused: false, reply });

const FATES = {
  refused: { deliveries: 0, late: false, refused: true, reply: { kind: 'reset' } },
  'reset before': never({ kind: 'reset' }),
  'reset after': once({ kind: 'reset' }),
  'silence before': never({ kind: 'silence' }),
  'silence after': once({ kind: 'silence' }),
  '500 before': never(brokenDown(500, 'Internal server error')),
  '500 after': once(brokenDown(500, 'Internal server error')),
  '502 before': never(page(502)),
  '502 after': once(page(502)),
  '503 before': never(brokenDown(503, 'Down for maintenance')),
  '503 after': once(brokenDown(503, 'Down for maintenance')),
  truncated: once({ kind: 'truncated' }),
  cut: once({ kind: 'cut' }),
  'page before': never(page(200)),
  'page after': once(page(200)),
  'nonsense after': once(json(200, { nonsense: true })),
  redirect: never(instead(302, '', 'text/html', { location: 'http://portal.example/sign-in' })),
  '429 with a time': never(json(429, { message: 'Too many requests' }, { 'retry-after': '7' })),
  '429': never(json(429, { message: 'Too many requests' })),
  '429 page': never(page(429)),
  twice: { deliveries: 2, late: false, refused: false, reply: OWN },
  'twice and reset': { deliveries: 2, late: false, refused: false, reply: { kind: 'reset' } },
  late: { deliveries: 1, late: true, refused: false, reply: { kind: 'silence' } },
} as const satisfies Readonly<Record<string, Fate>>;

/** The faults, by the names that stories and seeds use. */
export type Fault = keyof typeof FATES;
export const FAULTS = Object.keys(FATES) as readonly Fault[];

/** What is to happen to one request after the other; after the last of them, and at null, all is well. */
export type Schedule = readonly (Fault | null)[];

/** What becomes of a request. @param fault null: none. */
export const fateOf = (fault: Fault | null): Fate => (fault === null ? once(OWN) : FATES[fault]);

/** The first half of a body. */
export const cutInHalf = (answer: FakeAnswer): FakeAnswer => ({
  ...answer,
  body: answer.body.slice(0, Math.floor(answer.body.length / 2)),
});

/** Takes a schedule one request at a time. */
export class Fates {
  #schedule: Schedule;
  #next = 0;

  constructor(schedule: Schedule = []) {
    this.#schedule = schedule;
  }

  /** From the next request on it is this schedule. */
  become(schedule: Schedule): void {
    this.#schedule = schedule;
    this.#next = 0;
  }

  take(): Fault | null {
    const fault = this.peek();
    this.#next += 1;
    return fault;
  }

  /** What the next request will meet. */
  peek(): Fault | null {
    return this.#schedule[this.#next] ?? null;
  }
}

/** A generator that gives the same numbers for the same seed: from 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A schedule of so many requests. Troubles come in runs, as they do: a service that is down stays down for a while.
 * @param share of the requests that meet a fault, 0 to 1.
 */
export function seededSchedule(
  random: () => number,
  length: number,
  share: number,
  faults: readonly Fault[] = FAULTS,
): Schedule {
  const schedule: (Fault | null)[] = [];
  while (schedule.length < length) {
    const run = 1 + Math.floor(random() ** 3 * 6);
    const fault = random() < share ? faults[Math.floor(random() * faults.length)]! : null;
    for (let at = 0; at < run; at += 1) schedule.push(fault);
  }
  return schedule.slice(0, length);
}
