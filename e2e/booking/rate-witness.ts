// Counts requests as the vendors do, knowing nothing of how Stint keeps to their limits.
import type { ProviderId } from '#shared/values/provider-id.ts';
import type { Sent } from '../world/providers/faulty-http.ts';

interface Documented {
  readonly name: string;
  readonly counts: (target: string) => boolean;
  readonly requests: number;
  readonly perMs: number;
}

const HOUR_MS = 3_600_000;
const everything = (): boolean => true;
const aboutMe = (target: string): boolean => target.startsWith('/me');

/** What the vendors write, for the plan with the least (Toggl and Clockify count by the hour there). */
const DOCUMENTED: Readonly<Record<ProviderId, readonly Documented[]>> = {
  productive: [
    { name: '100 in 10 s', counts: everything, requests: 100, perMs: 10_000 },
    { name: '4000 in 30 min', counts: everything, requests: 4000, perMs: HOUR_MS / 2 },
  ],
  toggl: [
    { name: 'one a second', counts: everything, requests: 1, perMs: 1000 },
    { name: '30 an hour about oneself', counts: aboutMe, requests: 30, perMs: HOUR_MS },
    {
      name: '30 an hour in an organisation',
      counts: (target) => !aboutMe(target),
      requests: 30,
      perMs: HOUR_MS,
    },
  ],
  clockify: [
    { name: '50 a second', counts: everything, requests: 50, perMs: 1000 },
    { name: '30 an hour', counts: everything, requests: 30, perMs: HOUR_MS },
  ],
  harvest: [{ name: '100 in 15 s', counts: everything, requests: 100, perMs: 15_000 }],
};

/** Which documented limits were broken, and when; empty: none. Requests that met a closed door did not count there. */
export function brokenLimits(provider: ProviderId, sent: readonly Sent[]): string[] {
  return DOCUMENTED[provider].flatMap(({ name, counts, requests, perMs }) => {
    const times = sent
      .filter(({ fault, request }) => fault !== 'refused' && counts(request.target))
      .map(({ left }) => left);
    const broken = times.findIndex((at, index) => at - (times[index - requests] ?? -Infinity) < perMs);
    return broken === -1 ? [] : [`${name}: request ${broken + 1} at ${times[broken]}`];
  });
}
