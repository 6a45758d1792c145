import type { GitPiece } from '../evidence/git-pieces.ts';
import { subjectWithoutTicket } from '../evidence/commit-ticket.ts';
import type { DerivationRules } from '../settings/rules.ts';
import type { Piece } from './piece.ts';
import { projectOfTicket } from './piece.ts';
import { said } from '../values/said.ts';

/** Git's time as pieces: one proposal per ticket and day (design §2 Git, rule 5). */
export function gitLane(pieces: readonly GitPiece[], rules: DerivationRules): Piece[] {
  return pieces.map((piece) => ({
    ...(piece.ticket === piece.commitTicket ? asCommit(piece) : asCheckout(piece)),
    source: 'git',
    key: `git:${piece.ticket ?? 'none'}`,
    ticket: piece.ticket,
    project: projectOfTicket(piece.ticket, rules),
    at: piece.commit.authoredAt,
    spans: piece.spans,
    rounded: true,
    finished: true,
  }));
}

type Told = Pick<Piece, 'commit' | 'description' | 'because'>;

/** The commit speaks for the time; a checkout at most agrees with it. */
function asCommit(piece: GitPiece): Told {
  const { commit, ticket, branch, rule } = piece;
  const description = subjectWithoutTicket(commit.subject, ticket);
  const because = {
    kind: 'commit' as const,
    ref: commit.hash,
    label: description,
    rule: branch === null ? rule : `${rule}; ${checkedOut(branch)}`,
  };
  return { commit: commit.hash, description, because };
}

/** The commit is about something else: only the branch that was checked out speaks for the time (rule 0). */
function asCheckout(piece: GitPiece): Told {
  const branch = piece.branch ?? '';
  const because = { kind: 'checkout' as const, ref: branch, label: branch, rule: checkedOut(branch) };
  return { commit: null, description: '', because };
}

const checkedOut = (branch: string): string => said`branch ${branch} was checked out`;
