import { memoryClock } from '#shared/ports/memory-clock.ts';
import type { Api } from '#shared/providers/api.ts';
import { productive } from '#shared/providers/productive/productive.ts';
import type { ApiToFake } from './api-to-fake.ts';
import { apiToFake } from './api-to-fake.ts';
import type { ProductiveNeeds } from './productive.ts';
import { makeProductive } from './productive.ts';
import { day, sampleDraft, ZONE } from './sample-draft.ts';

/** A booking on the first of the services of `story()`. */
export const DRAFT = sampleDraft('1001');

/** Thursday, 12 February 2026: two open services and a closed one. */
export function story(needs: Partial<ProductiveNeeds> = {}, more: ApiToFake = {}) {
  const clock = memoryClock('2026-02-12T10:00:00Z', ZONE);
  const fake = makeProductive({ now: clock.now, ...needs });
  const tasks = [{ id: '501', name: 'Login' }];
  fake.addUnit({
    unit: '1001',
    name: 'Development',
    project: 'Portal',
    customer: 'Acme',
    budget: 600,
    tasks,
  });
  fake.addUnit({ unit: '1002', name: 'Design', project: 'Portal', customer: 'Acme' });
  fake.addUnit({ unit: '1003', name: 'Old work', project: 'App', customer: 'Beta', closed: true });
  return { clock, fake, api: apiToFake(productive, fake, clock, more) };
}

/** What Productive lists of these days. */
export const list = (api: Api, from = '2026-02-10', to = from) =>
  productive.list(api, day(from), day(to), ZONE);
