import { isAbsolute, resolve } from 'node:path';
import { devSessionOperations } from '#shared/contract/dev-session-operations.ts';
import type {
  DevSessionPage,
  DevSessionReport,
  DevSessionShape,
} from '#shared/contract/dev-session-shapes.ts';
import { devSessionShape } from '#shared/contract/dev-session-shapes.ts';
import type { SessionShape } from '#shared/contract/shapes.ts';
import { sessionShape } from '#shared/contract/shapes.ts';
import { formatShort, minutes } from '#shared/values/minutes.ts';
import { Problem } from '#shared/values/problem.ts';
import { z } from 'zod';
import type { Ask, Tool } from './tool.ts';
import { ADDS, LOOKS, schemasOf } from './tool.ts';

const inputOf = (name: keyof typeof devSessionOperations) => schemasOf(devSessionOperations[name]).input;
const current = inputOf('complete').shape['id']!;
/** Repeating it changes nothing more. */
const SETS = { ...ADDS, idempotentHint: true };

/** Development sessions: what was built, in which commits, and what it cost. */
export const SESSION_TOOLS: readonly Tool[] = [
  {
    name: 'start_dev_session',
    title: 'Start a development session',
    description:
      'Starts a development session for a piece of work: its commits, time and cost are gathered until it ends. Put the ticket first in the title (“TB-042 conference workflow”) or give it. Several may be open at once.',
    hints: ADDS,
    input: inputOf('start').omit({ run: true, createdBy: true }).strict(),
    output: devSessionShape,
    async run(input, { ask, folder, client }) {
      const session = (await ask(['devSession', 'start'], {
        ...input,
        ...folderOf(input['folder'], folder),
        ...(client === null ? {} : { createdBy: client }),
      })) as DevSessionShape;
      return { text: `Started: ${lineOf(session)}`, data: session };
    },
  },
  {
    name: 'end_dev_session',
    title: 'Complete a development session',
    description:
      'Completes a development session: git is compared with its start, the cost added up and its report written, which comes back as Markdown. Say what was done (summary), the key changes and what comes next. Without an id: the only one that is open.',
    hints: ADDS,
    input: inputOf('complete').extend({ id: current.optional() }).strict(),
    output: z.object({ session: devSessionShape, report: z.string().nullable().describe('Markdown') }),
    async run(input, { ask }) {
      const session = (await ask(['devSession', 'complete'], { id: 'current', ...input })) as DevSessionShape;
      // It is complete whatever becomes of its paper.
      const report = await ask(['devSession', 'report'], { id: session.id }).then(
        (told) => (told as DevSessionReport).markdown,
        () => null,
      );
      return { text: report ?? `Completed: ${lineOf(session)}`, data: { session, report } };
    },
  },
  {
    name: 'link_task_to_session',
    title: 'Link a ticket with a session',
    description:
      'Links a ticket with a development session, and says what the session did to it: created, completed, updated or blocked. Without an id: the only session that is open.',
    hints: SETS,
    input: inputOf('linkTask').extend({ id: current.optional() }).strict(),
    output: devSessionShape,
    async run(input, { ask }) {
      const session = (await ask(['devSession', 'linkTask'], { id: 'current', ...input })) as DevSessionShape;
      const tickets = session.linkedTasks.map(({ ticket, relationship }) => `${ticket} (${relationship})`);
      return { text: `${lineOf(session)}\nLinked: ${tickets.join(', ')}`, data: session };
    },
  },
  {
    name: 'list_sessions',
    title: 'Sessions',
    description:
      'Sessions, newest first, a page at a time: pass nextCursor as cursor to read on. Open ones have no end, and their numbers are as of now. Development sessions, with commits and cost, unless kind is `work`: the timer’s sessions, which become entries of the timesheet; those take no status, type, ticket or search.',
    hints: LOOKS,
    input: inputOf('list')
      .omit({ before: true })
      .extend({
        kind: z.enum(['development', 'work']).optional().describe('development'),
        cursor: z.string().max(80).optional().describe('nextCursor of the page before'),
      })
      .strict(),
    output: z.object({
      sessions: z.array(z.union([devSessionShape, sessionShape])),
      nextCursor: z.string().optional(),
    }),
    async run({ kind, cursor, ...input }, { ask }) {
      const before = cursor === undefined ? {} : { before: cursor };
      const page = kind === 'work' ? await workPage(ask, input, before) : await devPage(ask, input, before);
      const more = page.next === null ? {} : { nextCursor: page.next };
      const text = page.lines.length === 0 ? 'No sessions.' : page.lines.join('\n');
      return { text, data: { sessions: page.sessions, ...more } };
    },
  },
];

interface Page {
  readonly sessions: readonly object[];
  readonly lines: readonly string[];
  readonly next: string | null;
}

async function devPage(ask: Ask, input: object, before: object): Promise<Page> {
  const { sessions, next } = (await ask(['devSession', 'list'], { ...input, ...before })) as DevSessionPage;
  return { sessions, lines: sessions.map(lineOf), next };
}

/** As many as the other kind gives. */
const USUAL_PAGE = 50;

/** @throws Problem `usage` for a field that the timer's sessions are not looked for by. */
async function workPage(ask: Ask, input: Readonly<Record<string, unknown>>, before: object): Promise<Page> {
  const { limit = USUAL_PAGE, ...others } = input as { limit?: number };
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw new Problem('usage', `Sessions of work are not looked for by ${other}.`, 'Leave it out.');
  // One more than shown tells whether there are others.
  const found = (await ask(['session', 'list'], { limit: limit + 1, ...before })) as SessionShape[];
  const sessions = found.slice(0, limit);
  const lines = sessions.map(
    ({ id, title, ticket, status, minutes: worked }) =>
      `${nameOf(ticket, title)} · ${status} · ${formatShort(minutes(worked))} · ${id}`,
  );
  return { sessions, lines, next: found.length > limit ? sessions.at(-1)!.id : null };
}

/** A running host stands elsewhere: a folder is read from where the client stands. */
function folderOf(given: unknown, stands: string | null): { folder?: string } {
  if (typeof given !== 'string') return stands === null ? {} : { folder: stands };
  return { folder: isAbsolute(given) || stands === null ? given : resolve(stands, given) };
}

function lineOf({ id, title, ticket, status, durationMinutes, commits, costUsd }: DevSessionShape): string {
  return `${nameOf(ticket, title)} · ${status} · ${formatShort(minutes(durationMinutes))} · ${commits} commits · $${costUsd.toFixed(2)} · ${id}`;
}

const nameOf = (ticket: string | null, title: string): string =>
  ticket === null || title.includes(ticket) ? title : `${ticket} ${title}`;
