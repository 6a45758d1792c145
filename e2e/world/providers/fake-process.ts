// A program of its own: a stand-in behind a real address, so that what it costs is not counted as ours.
// Started by `startFakeProcess` with a channel to its parent; ends with it.
import { serveFake } from './serve-fake.ts';
import { makeFake } from './make-fake.ts';
import { isProviderId } from '#shared/values/provider-id.ts';
import type { FakeEntry, FakeProvider, FakeUnit } from './fake-provider.ts';

/** What the parent may ask. */
export type Question =
  | { readonly ask: 'unit'; readonly unit: FakeUnit }
  | { readonly ask: 'add'; readonly entries: readonly Parameters<FakeProvider['add']>[0][] }
  | { readonly ask: 'counts' }
  | { readonly ask: 'entries' };

export interface Opening {
  readonly url: string;
  readonly token: string;
  readonly ids: FakeProvider['ids'];
}

export interface Report {
  readonly requests: number;
  readonly tooMany: number;
  readonly entries: readonly FakeEntry[];
}

const [provider = ''] = process.argv.slice(2);
if (!isProviderId(provider) || process.send === undefined) {
  throw new Error('fake-process.ts is started by startFakeProcess, with the name of a provider.');
}
const fake = makeFake(provider, { now: () => Date.now() });
const served = await serveFake(fake);
process.on('message', (question: Question) => {
  if (question.ask === 'unit') fake.addUnit(question.unit);
  if (question.ask === 'add') for (const entry of question.entries) fake.add(entry);
  const entries = question.ask === 'entries' ? fake.entries() : [];
  const { requests, tooMany } = fake.counts;
  process.send?.({ requests, tooMany, entries } satisfies Report);
});
process.on('disconnect', () => process.exit());
process.send({ url: served.url, token: fake.token, ids: fake.ids } satisfies Opening);
