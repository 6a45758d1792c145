import { findTicketId } from '../../values/ticket-id.ts';
import type { CommitGraph } from './commit-graph.ts';

/** One ref and the commit it points at. */
export interface RefTip {
  /** In full: `refs/heads/fix/TB-042`, `refs/remotes/origin/main`. */
  readonly ref: string;
  readonly hash: string;
}

interface Branch {
  readonly name: string;
  /** Number of the commit it points at. */
  readonly tip: number;
  readonly isLocal: boolean;
  readonly hasTicket: boolean;
  readonly isTrunk: boolean;
}

const TRUNKS = ['main', 'master', 'trunk', 'develop', 'development'];

/**
 * For commits no reflog knows: the branch that contains them (design §2 "Git", "else from containing branches").
 * What is on the default branch by first parents stays there, because every branch made later contains it too and
 * would claim it. Next come the other branches by first parents, then side lines by the name their merge gives them,
 * then whatever contains the commit at all. Among several: one that names a ticket, local before remote, shortest.
 * @param defaults what `HEAD` of each remote points at, in full (`refs/remotes/origin/main`).
 * @param wanted hashes of the commits asked about; those no branch contains are left out of the answer.
 */
export function containingBranches(
  graph: CommitGraph,
  refs: readonly RefTip[],
  defaults: readonly string[],
  wanted: Iterable<string>,
): Map<string, string> {
  const branches = branchesOf(graph, refs, defaults);
  const trunks = branches.filter((branch) => branch.isTrunk);
  const others = branches.filter((branch) => !branch.isTrunk);
  const tips = new Map<number, Branch>();
  for (const branch of others) if (!tips.has(branch.tip)) tips.set(branch.tip, branch);
  const names = new Array<string | undefined>(graph.span).fill(undefined);
  for (const trunk of trunks) firstParents(graph, trunk.tip, names, () => trunk.name);
  for (const branch of others) {
    let current = branch;
    firstParents(graph, branch.tip, names, (commit) => {
      // A branch stacked on another one: below the other's tip it is the other's work.
      const below = tips.get(commit);
      if (below && (below.hasTicket || !current.hasTicket)) current = below;
      return current.name;
    });
  }
  for (const [merge, merged] of graph.merged)
    firstParents(graph, graph.parents(merge)[1]!, names, () => merged);
  const seen = new Uint8Array(graph.span);
  for (const branch of [...trunks, ...others]) everyParent(graph, branch, names, seen);
  const answer = new Map<string, string>();
  for (const hash of wanted) {
    const commit = graph.find(hash);
    const name = commit === null ? undefined : names[commit];
    if (name !== undefined) answer.set(hash, name);
  }
  return answer;
}

/** Branches that point into the graph, the default branches first. */
function branchesOf(graph: CommitGraph, refs: readonly RefTip[], defaults: readonly string[]): Branch[] {
  const main = new Set(defaults.map(shortName));
  const branches: Branch[] = [];
  for (const { ref, hash } of refs) {
    const name = shortName(ref);
    const tip = graph.find(hash);
    if (name === null || tip === null) continue;
    const hasTicket = findTicketId(name, []) !== null;
    // A clone of a colleague's folder takes for the default what was checked out there.
    const isTrunk = !hasTicket && (main.has(name) || TRUNKS.includes(name));
    branches.push({ name, tip, isLocal: ref.startsWith('refs/heads/'), hasTicket, isTrunk });
  }
  const worth = (b: Branch): number =>
    b.isTrunk
      ? main.has(b.name)
        ? -1
        : TRUNKS.indexOf(b.name)
      : (b.hasTicket ? 0 : 2) + (b.isLocal ? 0 : 1);
  return branches.sort(
    (a, b) => worth(a) - worth(b) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
  );
}

/** `fix/TB-042` of `refs/heads/fix/TB-042` and of `refs/remotes/origin/fix/TB-042`; null for what is no branch. */
function shortName(ref: string): string | null {
  if (ref.startsWith('refs/heads/')) return ref.slice(11);
  const remote = /^refs\/remotes\/[^/]+\/(.+)$/.exec(ref);
  return remote && remote[1] !== 'HEAD' ? remote[1]! : null;
}

function firstParents(
  graph: CommitGraph,
  tip: number,
  names: (string | undefined)[],
  nameAt: (commit: number) => string,
): void {
  let commit: number | undefined = tip;
  while (commit !== undefined && names[commit] === undefined && graph.has(commit)) {
    names[commit] = nameAt(commit);
    commit = graph.parents(commit)[0];
  }
}

/** Walks past commits that have a name already, since what lies behind them may have none. */
function everyParent(
  graph: CommitGraph,
  { tip, name }: Branch,
  names: (string | undefined)[],
  seen: Uint8Array,
): void {
  const open = [tip];
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    if (seen[commit] === 1 || !graph.has(commit)) continue;
    seen[commit] = 1;
    names[commit] ??= name;
    for (const parent of graph.parents(commit)) open.push(parent);
  }
}
