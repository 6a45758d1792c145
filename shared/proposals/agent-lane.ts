import type { AgentRun } from '../evidence/agent.ts';
import { ticketOfBranch } from '../evidence/commit-ticket.ts';
import { activeSpans } from '../evidence/git-presence.ts';
import type { PresenceSpan } from '../evidence/presence.ts';
import type { DerivationRules } from '../settings/rules.ts';
import type { Interval } from '../values/interval.ts';
import { clip, union } from '../values/interval.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { findTicketId } from '../values/ticket-id.ts';
import type { Piece } from './piece.ts';
import { projectOfTicket } from './piece.ts';

/** The ticket a run worked on: its branch's, else the one its title names. */
export const ticketOfRun = (run: AgentRun, prefixes: readonly string[]): TicketId | null =>
  ticketOfBranch(run.branch, prefixes) ?? findTicketId(run.title, prefixes);

/** The time of a run in which the person was at the machine (design §2 "Two ledgers": attention). */
export const attentionOf = (run: AgentRun, presence: readonly PresenceSpan[]): Interval[] =>
  clip(union(run.active), union(activeSpans(presence)));

/**
 * Agent runs as pieces, the weakest of all: only what the person was present for, and nothing where presence is not
 * known. What the agent worked beyond that is reported, never booked.
 */
export function agentLane(
  runs: readonly AgentRun[],
  presence: readonly PresenceSpan[],
  rules: DerivationRules,
): Piece[] {
  return runs.flatMap((run) => {
    const spans = attentionOf(run, presence);
    const ticket = ticketOfRun(run, rules.ticketPrefixes);
    const folder = run.cwd?.split(/[\\/]/).findLast((part) => part !== '') ?? null;
    if (spans.length === 0) return [];
    return [
      {
        source: 'agent' as const,
        key: ticket === null ? `agent:none:${folder ?? ''}`.replaceAll('~', '-') : `agent:${ticket}`,
        ticket,
        project: ticket === null ? folder : projectOfTicket(ticket, rules),
        at: run.startedAt,
        description: run.title,
        commit: null,
        spans,
        because: {
          kind: 'span' as const,
          ref: `${run.agent}:${run.id}`,
          label: [run.agent, run.branch ?? folder].filter(Boolean).join(' · '),
          rule: said`${run.agent} ran while you were at the machine`,
        },
        rounded: false,
        finished: true,
      },
    ];
  });
}
