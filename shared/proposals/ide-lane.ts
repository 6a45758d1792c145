import type { EditorBeat } from '../evidence/editor-beat.ts';
import { editorSpans } from '../evidence/editor-spans.ts';
import { knownPresence } from '../evidence/git-presence.ts';
import type { PresenceSpan } from '../evidence/presence.ts';
import { ticketOfBranch } from '../evidence/commit-ticket.ts';
import type { ToolMark } from '../evidence/tool-mark.ts';
import { toolSpans } from '../evidence/tool-spans.ts';
import type { DerivationRules } from '../settings/rules.ts';
import type { Instant } from '../values/instant.ts';
import { latest } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { Piece } from './piece.ts';
import { projectOfTicket } from './piece.ts';

/** What tools and editors tell of a person's day. */
export interface IdeEvidence {
  readonly marks: readonly ToolMark[];
  readonly beats: readonly EditorBeat[];
  readonly presence: readonly PresenceSpan[];
}

/**
 * What tools and editors say was worked on, as pieces: one proposal per ticket, or per project where no ticket is known
 * (design §2 "Editors and agents"). Where the person is known to have been away, a machine spoke and not a person.
 */
export function ideLane(evidence: IdeEvidence, rules: DerivationRules): Piece[] {
  const { active, away } = knownPresence(evidence.presence);
  // The latest sign of life in a stretch: a line, a beat, or presence.
  const signs = [...evidence.marks, ...evidence.beats].map((sign) => sign.at);
  const alive = (from: Instant, to: Instant): Instant | null => {
    const seen = [
      ...signs.filter((at) => at > from && at <= to),
      ...active.within({ start: from, end: to }).map((span) => span.end),
    ];
    return seen.length === 0 ? null : seen.reduce((a, b) => latest(a, b));
  };
  const ofPerson = (span: Interval): Interval[] => away.free(span);
  const pieces: Piece[] = toolSpans(evidence.marks, alive, rules).map((span) => ({
    ...told(span.ticket, span.project, rules),
    at: span.start,
    description: '',
    spans: ofPerson(span),
    because: { kind: 'span', ref: `${span.tool}@${span.start}`, label: span.tool, rule: span.rule },
  }));
  const byAgent = evidence.beats.filter((beat) => beat.category === AGENT);
  const byPerson = evidence.beats.filter((beat) => beat.category !== AGENT);
  // What an agent writes in an editor is attention only where the person is known to be there.
  const attended = editorSpans(byAgent, rules.joinMs).map((span) => ({ span, spans: active.within(span) }));
  const own = editorSpans(byPerson, rules.joinMs).map((span) => ({ span, spans: ofPerson(span) }));
  const editors: Piece[] = [...own, ...attended].map(({ span, spans }) => {
    const ticket = ticketOfBranch(span.branch, rules.ticketPrefixes);
    const editor = span.editor ?? 'editor';
    return {
      ...told(ticket, span.project, rules),
      at: span.start,
      description: '',
      spans,
      because: {
        kind: 'span',
        ref: `${editor}@${span.start}`,
        label: [span.project, span.branch].filter(Boolean).join(' · ') || editor,
        rule:
          ticket === null
            ? said`${editor} was in use`
            : said`${editor} was in use on branch ${span.branch ?? ''}`,
      },
    };
  });
  return [...pieces, ...editors].filter((piece) => piece.spans.length > 0);
}

/** The category of what an agent did, as plugins name it. */
const AGENT = 'ai coding';

/** What pieces of one ticket or project have in common. */
function told(ticket: TicketId | null, project: string | null, rules: DerivationRules) {
  return {
    source: 'ide' as const,
    key: ticket === null ? `ide:none:${project ?? ''}`.replaceAll('~', '-') : `ide:${ticket}`,
    ticket,
    project: ticket === null ? project : projectOfTicket(ticket, rules),
    commit: null,
    // Measured, not estimated.
    rounded: false,
    finished: true,
  };
}
