import { isAbsolute, resolve } from 'node:path';
import { devSessionOperations } from '#shared/contract/dev-session-operations.ts';
import type {
  DevSessionPage,
  DevSessionReport,
  DevSessionShape,
} from '#shared/contract/dev-session-shapes.ts';
import { devSessionShape } from '#shared/contract/dev-session-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { minutes } from '#shared/values/minutes.ts';
import { z } from 'zod';
import type { Tool } from './tool.ts';
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
    title: 'Development sessions',
    description:
      'Development sessions, newest first, a page at a time: pass nextCursor as cursor to read on. Open ones have no end, and their numbers are as of now.',
    hints: LOOKS,
    input: inputOf('list')
      .omit({ before: true })
      .extend({ cursor: z.string().max(80).optional().describe('nextCursor of the page before') })
      .strict(),
    output: z.object({ sessions: z.array(devSessionShape), nextCursor: z.string().optional() }),
    async run({ cursor, ...input }, { ask }) {
      const page = (await ask(['devSession', 'list'], {
        ...input,
        ...(cursor === undefined ? {} : { before: cursor }),
      })) as DevSessionPage;
      const more = page.next === null ? {} : { nextCursor: page.next };
      const text =
        page.sessions.length === 0 ? 'No development sessions.' : page.sessions.map(lineOf).join('\n');
      return { text, data: { sessions: page.sessions, ...more } };
    },
  },
];

/** A running host stands elsewhere: a folder is read from where the client stands. */
function folderOf(given: unknown, stands: string | null): { folder?: string } {
  if (typeof given !== 'string') return stands === null ? {} : { folder: stands };
  return { folder: isAbsolute(given) || stands === null ? given : resolve(stands, given) };
}

function lineOf({ id, title, ticket, status, durationMinutes, commits, costUsd }: DevSessionShape): string {
  const name = [ticket !== null && !title.includes(ticket) ? ticket : '', title].filter(Boolean).join(' ');
  return `${name} · ${status} · ${formatShort(minutes(durationMinutes))} · ${commits} commits · $${costUsd.toFixed(2)} · ${id}`;
}
