import { findTicketId } from '../../values/ticket-id.ts';
import type { GraphNode } from './log-walk.ts';

/** One ref as git lists it. */
export interface RefTip {
  /** In full: `refs/heads/fix/TB-042`, `refs/remotes/origin/main`. */
  readonly ref: string;
  readonly hash: string;
  /** For a symbolic ref what it points at (`refs/remotes/origin/HEAD` names the default branch), else ''. */
  readonly target: string;
}

interface Branch {
  readonly name: string;
  readonly hash: string;
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
 */
export function containingBranches(
  graph: ReadonlyMap<string, GraphNode>,
  refs: readonly RefTip[],
): Map<string, string> {
  const branches = branchesOf(refs).filter((branch) => graph.has(branch.hash));
  const trunks = branches.filter((branch) => branch.isTrunk);
  const others = branches.filter((branch) => !branch.isTrunk);
  const tips = new Map<string, Branch>();
  for (const branch of others) if (!tips.has(branch.hash)) tips.set(branch.hash, branch);
  const names = new Map<string, string>();
  for (const trunk of trunks) firstParents(graph, trunk.hash, names, () => trunk.name);
  for (const branch of others) {
    let current = branch;
    firstParents(graph, branch.hash, names, (hash) => {
      // A branch stacked on another one: below the other's tip it is the other's work.
      const below = tips.get(hash);
      if (below && (below.hasTicket || !current.hasTicket)) current = below;
      return current.name;
    });
  }
  for (const { parents, merged } of graph.values()) {
    if (merged !== null) firstParents(graph, parents[1]!, names, () => merged);
  }
  const seen = new Set<string>();
  for (const branch of [...trunks, ...others]) everyParent(graph, branch, names, seen);
  return names;
}

function branchesOf(refs: readonly RefTip[]): Branch[] {
  const defaults = new Set(
    refs.filter((ref) => ref.ref.endsWith('/HEAD')).map((ref) => shortName(ref.target)),
  );
  const branches: Branch[] = [];
  for (const { ref, hash, target } of refs) {
    const name = shortName(ref);
    if (name === null || target !== '') continue;
    const hasTicket = findTicketId(name, []) !== null;
    // A clone of a colleague's folder takes for the default what was checked out there.
    const isTrunk = !hasTicket && (defaults.has(name) || TRUNKS.includes(name));
    branches.push({ name, hash, isLocal: ref.startsWith('refs/heads/'), hasTicket, isTrunk });
  }
  const worth = (b: Branch): number =>
    b.isTrunk
      ? defaults.has(b.name)
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
  graph: ReadonlyMap<string, GraphNode>,
  tip: string,
  names: Map<string, string>,
  nameAt: (hash: string) => string,
): void {
  let hash: string | undefined = tip;
  while (hash !== undefined && !names.has(hash)) {
    const node = graph.get(hash);
    if (!node) return;
    names.set(hash, nameAt(hash));
    hash = node.parents[0];
  }
}

/** Walks past commits that have a name already, since what lies behind them may have none. */
function everyParent(
  graph: ReadonlyMap<string, GraphNode>,
  { hash: tip, name }: Branch,
  names: Map<string, string>,
  seen: Set<string>,
): void {
  const open = [tip];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    const node = graph.get(hash);
    if (!node || seen.has(hash)) continue;
    seen.add(hash);
    if (!names.has(hash)) names.set(hash, name);
    open.push(...node.parents);
  }
}
