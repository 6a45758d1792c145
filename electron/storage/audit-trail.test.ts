import { expect, it } from 'vitest';
import { aCommit, adding, anEntry, id, next, step, store } from '#shared/ports/sample-rows.ts';
import { hashOf } from './log-chain.ts';
import { temporaryStorage } from './temporary-home.ts';

it('the log tells of the entries that were asked for, with hashes that hold and every link between', async () => {
  const { storage } = await temporaryStorage();
  const { stores, audit } = storage;
  for (let n = 1; n <= 5; n += 1) await store(stores, adding(anEntry(n)));
  const first = anEntry(2);
  await stores.ledger.commit(
    step([{ noun: 'entry', before: first, after: next(first, { description: 'naïve' }) }]),
  );
  await store(stores, adding(anEntry(6)));
  const { records, links, head } = await audit.trail(new Set([id(2)]));
  expect(records.map(({ seq }) => seq)).toEqual([2, 6]);
  for (const { hash, ...record } of records) expect(hashOf(record)).toBe(hash);
  expect(links.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6]);
  for (const [at, link] of links.entries()) if (at > 0) expect(link.previous).toBe(links[at - 1]!.hash);
  expect(head.records).toBe(7);
  expect(await audit.trail(new Set())).toEqual({ records: [], links: [], head });
});

it('commits are found by their hash, or how it begins, in any repository', async () => {
  const { storage } = await temporaryStorage();
  const { stores, audit } = storage;
  expect(await audit.commitsNamed(['a1'])).toEqual([]);
  await stores.evidence.addCommits([
    aCommit('a1b2c3'),
    aCommit('a1b2ff'),
    aCommit('a1b2c3', { repository: id(901) }),
    aCommit('ffff', { repository: id(902), authorEmail: 'bob@example.com' }),
  ]);
  const found = async (...hashes: string[]): Promise<string[]> =>
    (await audit.commitsNamed(hashes)).map(({ hash, repository }) => `${hash} ${repository.slice(-3)}`);
  expect(await found('a1b2c3')).toEqual(['a1b2c3 900', 'a1b2c3 901']);
  expect(await found('a1b2', 'a1b2c3', 'ffff')).toEqual([
    'a1b2c3 900',
    'a1b2c3 901',
    'a1b2ff 900',
    'ffff 902',
  ]);
  expect(await found('', 'b')).toEqual([]);
});
