// Limits of the stand-in of Productive: 100 in 10 s for a token, 4000 in 30 min for an organisation, 10 reports in 30 s.
import { Refusal } from './productive-answers.ts';

const LIMITS = [
  { reports: true, limit: 10, seconds: 30 },
  { reports: false, limit: 100, seconds: 10 },
  { reports: false, limit: 4000, seconds: 30 * 60 },
];

/** Counts a request; throws 429 when it is one too many. What is turned away does not count. */
export function countRequests(now: () => number, kept: boolean): (isReport: boolean) => void {
  let made: { readonly at: number; readonly isReport: boolean }[] = [];
  return (isReport) => {
    if (!kept) return;
    const at = now();
    made = made.filter((one) => one.at > at - 30 * 60_000);
    for (const { reports, limit, seconds } of LIMITS) {
      if (reports && !isReport) continue;
      const within = made.filter((one) => one.at > at - seconds * 1000 && (!reports || one.isReport));
      if (within.length < limit) continue;
      const reset = Math.ceil((within.at(-limit)!.at + seconds * 1000 - at) / 1000);
      throw new Refusal(
        429,
        'too_many_requests',
        'Too many requests',
        `Limit of ${limit} requests in ${seconds} seconds is reached`,
        undefined,
        { body: { limit, period: seconds }, headers: { 'x-ratelimit-reset': String(Math.max(1, reset)) } },
      );
    }
    made.push({ at, isReport });
  };
}
