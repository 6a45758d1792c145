import { memoryClock } from '#shared/ports/memory-clock.ts';
import { toggl } from '#shared/providers/toggl/toggl.ts';
import { instant } from '#shared/values/instant.ts';
import type { ApiToFake } from './api-to-fake.ts';
import { apiToFake } from './api-to-fake.ts';
import type { TogglNeeds } from './toggl.ts';
import { makeToggl } from './toggl.ts';
import { sampleDraft, ZONE } from './sample-draft.ts';

/** The moment of an ISO text. */
export const at = (text: string) => instant(Date.parse(text));

/** A booking on the open project of `story()`. */
export const DRAFT = sampleDraft('1001');

/** Thursday, 12 February 2026, two projects of one customer. */
export function story(needs: Partial<TogglNeeds> = {}, more: ApiToFake = {}) {
  const clock = memoryClock('2026-02-12T10:00:00Z', ZONE);
  const fake = makeToggl({ now: clock.now, zone: ZONE, ...needs });
  fake.addUnit({ unit: '1001', name: 'Portal', project: 'Portal', customer: 'Acme' });
  fake.addUnit({ unit: '1002', name: 'App', project: 'App', customer: 'Acme', closed: true });
  return { clock, fake, api: apiToFake(toggl, fake, clock, more) };
}
