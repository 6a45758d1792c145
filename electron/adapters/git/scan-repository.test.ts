import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Commit } from '#shared/evidence/commit.ts';
import type { GitScan } from '#shared/ports/world.ts';
import { ANN, SampleFolder, minute } from './sample-repository.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

const subjects = (scan: GitScan): string[] => scan.commits.map((commit) => commit.subject).sort();
const bySubject = (scan: GitScan, subject: string): Commit[] =>
  scan.commits.filter((commit) => commit.subject === subject);
const branchOf = (scan: GitScan, subject: string) => bySubject(scan, subject).map((commit) => commit.branch);

describe('which commits', () => {
  it('come from every ref: branches, remote branches, tags and a detached head', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { at: 0 });
    folder.git(app, ['checkout', '-q', '-b', 'side']);
    folder.commit(app, 'on side', { at: 1 });
    folder.git(app, ['checkout', '-q', '--detach', 'main']);
    folder.git(app, ['update-ref', 'refs/remotes/origin/far', folder.commit(app, 'on a remote', { at: 2 })]);
    folder.git(app, ['checkout', '-q', '--detach', 'main']);
    folder.commit(app, 'tagged', { at: 3 });
    folder.git(app, ['tag', '-a', '-m', 'one', 'v1']);
    folder.git(app, ['checkout', '-q', '--detach', 'main']);
    folder.commit(app, 'detached', { at: 4 });
    expect(subjects(await folder.scan())).toEqual(['base', 'detached', 'on a remote', 'on side', 'tagged']);
  });

  it('are only the person’s, by e-mail in any case', async () => {
    const app = folder.init();
    folder.commit(app, 'mine', { email: 'Ann@Example.org' });
    folder.commit(app, 'mine at home', { email: 'ann@home' });
    folder.commit(app, 'hers', { email: 'beth@example.org' });
    expect(subjects(await folder.scan('app', { emails: [ANN.toUpperCase(), 'ANN@home'] }))).toEqual([
      'mine',
      'mine at home',
    ]);
    expect(subjects(await folder.scan('app', { emails: [] }))).toEqual([]);
  });

  it('are not what is stashed or noted', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { file: ['a', '1'] });
    folder.write('app/a', '2');
    folder.git(app, ['stash']);
    folder.git(app, ['notes', 'add', '-m', 'remark']);
    const first = await folder.scan();
    expect(subjects(first)).toEqual(['base']);
    folder.write('app/a', '3');
    folder.git(app, ['stash']);
    expect(subjects(await folder.scan('app', first))).toEqual([]);
  });

  it('are those authored since, though they were committed later', async () => {
    const app = folder.init();
    folder.commit(app, 'too old', { at: -5_000, committedAt: 5 });
    folder.commit(app, 'in time', { at: 1, committedAt: 5 });
    const scan = await folder.scan('app', { since: minute(0) });
    expect(subjects(scan)).toEqual(['in time']);
    expect(scan.coveredFrom).toBe(minute(0));
  });

  it('carry who, when, and that a merge is one', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { at: 0 });
    folder.git(app, ['checkout', '-q', '-b', 'fix/TB-042']);
    const hash = folder.commit(app, 'TB-042: fix it', { at: 10, committedAt: 30 });
    folder.git(app, ['checkout', '-q', 'main']);
    folder.git(app, ['merge', '-q', '--no-ff', '-m', 'merge it', 'fix/TB-042']);
    const scan = await folder.scan();
    expect(bySubject(scan, 'TB-042: fix it')).toEqual([
      {
        repository: 'r',
        hash,
        authorName: 'Ann',
        authorEmail: ANN,
        authoredAt: minute(10),
        committedAt: minute(30),
        subject: 'TB-042: fix it',
        branch: 'fix/TB-042',
        isMerge: false,
        patchId: null,
      },
    ]);
    expect(scan.commits.filter((commit) => commit.isMerge).map((c) => c.subject)).toEqual(['merge it']);
  });
});

describe('copies', () => {
  it('of a rebase keep the author date and share a patch-id with the original', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { at: 0, file: ['a', '1\n'] });
    folder.git(app, ['checkout', '-q', '-b', 'side']);
    folder.commit(app, 'work', { at: 5, file: ['b', 'one\ntwo\n'] });
    folder.git(app, ['branch', 'kept']);
    folder.git(app, ['checkout', '-q', 'main']);
    folder.commit(app, 'meanwhile', { at: 6, file: ['a', '2\n'] });
    folder.git(app, ['checkout', '-q', 'side']);
    folder.at = 60;
    folder.git(app, ['rebase', '-q', 'main']);
    const [one, two] = bySubject(await folder.scan(), 'work');
    expect([one!.authoredAt, two!.authoredAt]).toEqual([minute(5), minute(5)]);
    expect([one!.committedAt, two!.committedAt].sort()).toEqual([minute(5), minute(60)]);
    expect(one!.patchId).toMatch(/^[0-9a-f]{40}$/);
    expect(two!.patchId).toBe(one!.patchId);
  });

  it('picked under other words share a patch-id, also where lines moved; other changes do not', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { at: 0, file: ['a', 'x\n'] });
    folder.git(app, ['checkout', '-q', '-b', 'side']);
    const hash = folder.commit(app, 'work', { at: 5, file: ['b', 'one à\n'] });
    folder.git(app, ['checkout', '-q', 'main']);
    folder.commit(app, 'other', { at: 6, file: ['b2', 'one à\n'] });
    folder.git(app, ['cherry-pick', hash]);
    folder.commit(app, 'reworded', { at: 7, options: ['--amend'] });
    const scan = await folder.scan();
    const id = (subject: string) => bySubject(scan, subject)[0]!.patchId;
    expect(id('work')).toMatch(/^[0-9a-f]{40}$/);
    expect(id('reworded')).toBe(id('work'));
    expect(id('other')).not.toBe(id('work'));
  });

  it('can be none on one line: no patch-id is worked out', async () => {
    const app = folder.init();
    folder.commit(app, 'one', { at: 0, file: ['a', '1'] });
    folder.commit(app, 'two', { at: 1, file: ['a', '2'] });
    expect((await folder.scan()).commits.map((c) => c.patchId)).toEqual([null, null]);
  });

  it('found by a later scan have the patch-id their original lacked a reason for', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { at: 0, file: ['a', '1'] });
    const first = await folder.scan();
    folder.commit(app, 'work', { at: 5, file: ['b', '1'] });
    const second = await folder.scan('app', first);
    folder.git(app, ['checkout', '-q', '-b', 'side', 'HEAD~1']);
    folder.git(app, ['cherry-pick', 'main']);
    folder.commit(app, 'reworded', { at: 9, options: ['--amend'] });
    const third = await folder.scan('app', second);
    expect(bySubject(second, 'work')[0]!.patchId).toMatch(/^[0-9a-f]{40}$/);
    expect(bySubject(third, 'reworded')[0]!.patchId).toBe(bySubject(second, 'work')[0]!.patchId);
  });
});

describe('the branch of a commit', () => {
  it('is the one of its time: renamed, merged and deleted since', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { at: 0 });
    folder.git(app, ['checkout', '-q', '-b', 'fix/TB-1']);
    folder.commit(app, 'first', { at: 1 });
    folder.git(app, ['branch', '-m', 'fix/TB-2']);
    folder.commit(app, 'second', { at: 2 });
    folder.git(app, ['checkout', '-q', 'main']);
    folder.git(app, ['merge', '-q', 'fix/TB-2']);
    folder.git(app, ['branch', '-D', 'fix/TB-2']);
    const scan = await folder.scan();
    expect(['base', 'first', 'second'].flatMap((s) => branchOf(scan, s))).toEqual([
      'main',
      'fix/TB-1',
      'fix/TB-2',
    ]);
  });

  it('is that of the work tree it was made in, though the work tree is gone', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { at: 0 });
    folder.git(app, ['worktree', 'add', '-q', '-b', 'fix/TB-3', '../linked']);
    folder.commit('linked', 'in the linked one', { at: 1 });
    expect(branchOf(await folder.scan(), 'in the linked one')).toEqual(['fix/TB-3']);
    folder.git(app, ['worktree', 'remove', '../linked']);
    expect(branchOf(await folder.scan(), 'in the linked one')).toEqual(['fix/TB-3']);
    expect(branchOf(await folder.scan('linked').catch(() => folder.scan()), 'base')).toEqual(['main']);
  });

  it('is a containing one in a clone, which has no reflog of it', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { at: 0 });
    folder.git(app, ['checkout', '-q', '-b', 'fix/TB-4']);
    folder.commit(app, 'work', { at: 1 });
    folder.commit(app, 'Decode UTF-8', { at: 2 });
    folder.git('.', ['clone', '-q', 'app', 'copy']);
    folder.git('.', ['clone', '-q', '--bare', 'app', 'bare.git']);
    for (const name of ['copy', 'bare.git']) {
      const scan = await folder.scan(name);
      expect(['base', 'work'].flatMap((s) => branchOf(scan, s))).toEqual(['main', 'fix/TB-4']);
      // What looks like a ticket may be none of the known ones: then the branch says which it was.
      expect(branchOf(scan, 'Decode UTF-8')).toEqual(['fix/TB-4']);
    }
  });
});

describe('checkouts', () => {
  it('are the stretches on each branch, from the reflog', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { at: 0 });
    folder.at = 10;
    folder.git(app, ['checkout', '-q', '-b', 'fix/TB-1']);
    folder.commit(app, 'work', { at: 20 });
    folder.at = 30;
    folder.git(app, ['checkout', '-q', '--detach', 'main']);
    folder.at = 40;
    folder.git(app, ['checkout', '-q', 'main']);
    folder.at = 45;
    folder.git(app, ['rebase', '-q', 'fix/TB-1']);
    expect((await folder.scan()).checkouts).toEqual([
      { repository: 'r', at: minute(0), branch: 'main', until: minute(10) },
      { repository: 'r', at: minute(10), branch: 'fix/TB-1', until: minute(30) },
      { repository: 'r', at: minute(30), branch: null, until: minute(40) },
      { repository: 'r', at: minute(40), branch: 'main', until: null },
    ]);
  });

  it('follow the person from one work tree to the other', async () => {
    const app = folder.init();
    folder.commit(app, 'base', { at: 0 });
    folder.at = 10;
    folder.git(app, ['worktree', 'add', '-q', '-b', 'fix/TB-3', '../linked']);
    folder.commit('linked', 'there', { at: 20 });
    folder.commit(app, 'here', { at: 30 });
    for (const name of [app, 'linked']) {
      expect((await folder.scan(name)).checkouts.map((c) => [c.branch, c.at])).toEqual([
        ['main', minute(0)],
        ['fix/TB-3', minute(10)],
        ['main', minute(30)],
      ]);
    }
  });
});
