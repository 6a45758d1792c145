import { earliest, latest } from '../values/instant.ts';
import { union } from '../values/interval.ts';
import type { AgentRun } from './agent.ts';

/**
 * One run as two readings know it (a hook while it ran, its transcript afterwards): it reaches from the earliest start
 * to the latest sign of life and was active whenever one of them says so. What the later sign of life says of folder,
 * branch, title and end counts; what it does not know is taken from the other. Who resumes a run opens it again.
 */
export function joinedRun(known: AgentRun, seen: AgentRun): AgentRun {
  const [later, earlier] = known.aliveAt > seen.aliveAt ? [known, seen] : [seen, known];
  return {
    ...known,
    startedAt: earliest(known.startedAt, seen.startedAt),
    aliveAt: latest(known.aliveAt, seen.aliveAt),
    // In the same moment "it ended" is the better knowledge.
    ended: later.ended ?? (later.aliveAt === earlier.aliveAt ? earlier.ended : null),
    cwd: later.cwd ?? earlier.cwd,
    branch: later.branch ?? earlier.branch,
    title: later.title || earlier.title,
    active: union([...known.active, ...seen.active]),
  };
}
