import type { DevSessionShape } from '../../contract/dev-session-shapes.ts';
import { subjectWithoutTicket } from '../../evidence/commit-ticket.ts';
import type { DevSession, GitOutcome, Outcome } from '../../evidence/dev-session.ts';
import { workedMinutes } from '../../evidence/session-time.ts';
import type { World } from '../../ports/world.ts';
import { formatShort } from '../../values/minutes.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { findTicketId } from '../../values/ticket-id.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { pausesUntil, withLink } from './change.ts';
import { compareGit } from './compare-git.ts';
import { findDevSession } from './find.ts';
import { readAgents, reckon } from './reckon.ts';
import { keepReport } from './report.ts';
import { devSessionShape } from './shape.ts';
import { timerFollows } from './timer.ts';
import { assertOpen, changeDevSession } from './write.ts';

/** As many subjects of commits stand for the key changes nobody wrote. */
const KEY_CHANGES = 10;

/**
 * Completes a session (document 3, "Session ends"): what changed is compared with git, cost and attention are reckoned
 * and kept, tickets that its commits name are linked, the report is made. What nobody wrote (summary, key changes) is
 * made of that. A repository that is gone or cannot be read holds it up no more than an agent that says nothing.
 * @throws Problem `refused` when it is over already.
 */
export async function completeDevSession(
  world: World,
  input: {
    id: string;
    summary?: string | undefined;
    keyChanges?: readonly string[] | undefined;
    nextSteps?: readonly string[] | undefined;
  },
): Promise<DevSessionShape> {
  const open = await findDevSession(world, personOf(world), input.id);
  assertOpen(open);
  await timerFollows(world, open, 'stop');
  const [{ git, gitProblem }] = await Promise.all([
    compareGit(world, open),
    readAgents(world, personOf(world), open, 0),
  ]);
  const person = personOf(world);
  const session = await changeDevSession(world, person, open.id, 'devSession.complete', async (before) => {
    assertOpen(before);
    const ended: DevSession = {
      ...before,
      status: 'completed',
      endedAt: person.now,
      pauses: pausesUntil(before, person),
      pausedAt: null,
      links: withWorkedOn(before, git, person),
      nextSteps: input.nextSteps ?? before.nextSteps,
    };
    const outcome: Outcome = { ...(await reckon(world, person, [ended])).get(ended.id)!, git, gitProblem };
    const keyChanges =
      input.keyChanges ?? (before.keyChanges.length > 0 ? before.keyChanges : subjectsOf(git));
    const summary = input.summary?.trim() || before.summary || summaryOf(ended, outcome, person);
    return { ...ended, outcome, keyChanges, summary };
  });
  await keepReport(world, person, session);
  return devSessionShape(world, person, session);
}

/** Tickets it worked on: its own and those its commits name. What was said about one before stays. */
function withWorkedOn(session: DevSession, git: GitOutcome | null, person: Person): DevSession['links'] {
  const named = (git?.log ?? []).flatMap(
    ({ subject }) => findTicketId(subject, person.rules.ticketPrefixes) ?? [],
  );
  const known = new Set<TicketId>(session.links.map(({ ticket }) => ticket));
  return [...(session.ticket === null ? [] : [session.ticket]), ...named].reduce((links, ticket) => {
    if (known.has(ticket)) return links;
    known.add(ticket);
    return withLink(links, ticket, 'updated', person);
  }, session.links);
}

/** The oldest first, as one would tell it. */
const subjectsOf = (git: GitOutcome | null): string[] =>
  (git?.log ?? [])
    .slice(0, KEY_CHANGES)
    .map(({ subject }) => subjectWithoutTicket(subject, findTicketId(subject, [])))
    .toReversed();

/** One line of what is known. It becomes the person's own text, so it is written once and in English. */
function summaryOf(
  session: DevSession,
  { git, attentionMinutes, agentMinutes, cost }: Outcome,
  { now }: Person,
) {
  const many = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  const time = [
    `${formatShort(workedMinutes(session, now))}`,
    attentionMinutes > 0 ? `${formatShort(attentionMinutes)} of attention` : null,
    agentMinutes > 0 ? `${formatShort(agentMinutes)} by agents` : null,
  ];
  const changes =
    git === null || git.commits === 0
      ? null
      : `${many(git.commits, 'commit')} changed ${many(git.files, 'file')} (+${git.linesAdded} −${git.linesRemoved})`;
  const tokens = cost.tokens.total > 0 ? `${cost.tokens.total.toLocaleString('en')} tokens` : null;
  return `${[time.filter(Boolean).join(', '), changes, tokens].filter(Boolean).join('; ')}.`;
}
