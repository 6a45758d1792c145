import { memoryClock } from '#shared/ports/memory-clock.ts';
import { clockify } from '#shared/providers/clockify/clockify.ts';
import type { ApiToFake } from './api-to-fake.ts';
import { apiToFake } from './api-to-fake.ts';
import type { ClockifyNeeds } from './clockify.ts';
import { makeClockify } from './clockify.ts';
import { sampleDraft, ZONE } from './sample-draft.ts';

/** A booking on the open project of `story()`. */
export const DRAFT = sampleDraft('portal');

/** Thursday, 12 February 2026, two projects of one customer. */
export function story(needs: Partial<ClockifyNeeds> = {}, more: ApiToFake = {}) {
  const clock = memoryClock('2026-02-12T10:00:00Z', ZONE);
  const fake = makeClockify({ now: clock.now, zone: ZONE, ...needs });
  fake.addUnit({
    unit: 'portal',
    name: 'Portal',
    project: 'Portal',
    customer: 'Acme',
    tasks: [{ id: 'design', name: 'Design' }],
  });
  fake.addUnit({ unit: 'app', name: 'App', project: 'App', customer: 'Acme', closed: true });
  return { clock, fake, api: apiToFake(clockify, fake, clock, more) };
}
