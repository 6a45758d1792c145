import type { DevSessionReport } from '../../contract/dev-session-shapes.ts';
import { ticketsOf } from '../../evidence/dev-attention.ts';
import type { DevSession } from '../../evidence/dev-session.ts';
import type { KeptReport } from '../../ports/dev-session-store.ts';
import type { World } from '../../ports/world.ts';
import { devSessionReport } from '../../reports/dev-session-report.ts';
import { shortId } from '../../values/ids.ts';
import { formatInstant } from '../../values/instant.ts';
import { dayOf } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { readTicket } from '../change-entry.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { ticketFiles } from '../sources/ticket-files.ts';
import { titlesOfTickets } from '../sources/ticket-titles.ts';
import { comparedSoFar } from './compare-git.ts';
import { lookUpDevSession } from './find.ts';
import { reckon } from './reckon.ts';

/** A ticket file with more in it is not written to, in bytes: nobody would read it again. */
const LARGEST_FILE = 256 * 1024;

/** Makes the report of a session and keeps it. */
export async function keepReport(world: World, person: Person, session: DevSession): Promise<KeptReport> {
  const report = await makeReport(world, person, session);
  await world.stores.devSessions.keepReport(session.id, report);
  return report;
}

async function makeReport(world: World, person: Person, session: DevSession): Promise<KeptReport> {
  const titles = await titlesOfTickets(world, ticketsOf(session));
  return { madeAt: person.now, markdown: devSessionReport(session, titles, person.now) };
}

/** The report that was kept at completion; of an open session, what it would be now. @throws Problem `not-found`. */
export async function showDevReport(world: World, input: { id: string }): Promise<DevSessionReport> {
  const person = personOf(world);
  const session = await lookUpDevSession(world, person, input.id);
  return shapeOf(session, await reportOf(world, person, session), []);
}

async function reportOf(world: World, person: Person, session: DevSession): Promise<KeptReport> {
  if (session.status === 'completed') {
    const kept = await world.stores.devSessions.report(session.id);
    // The power may have gone between completing and making it.
    return kept ?? keepReport(world, person, session);
  }
  const reckoned = (await reckon(world, person, [session])).get(session.id)!;
  const compared = (await comparedSoFar(world, session)) ?? { git: null, gitProblem: null };
  return makeReport(world, person, { ...session, outcome: { ...reckoned, ...compared } });
}

const shapeOf = (
  { id, title }: DevSession,
  { madeAt, markdown }: KeptReport,
  writtenTo: readonly string[],
): DevSessionReport => ({
  id,
  title,
  madeAt: formatInstant(madeAt),
  markdown,
  writtenTo: [...writtenTo],
});

/**
 * Copies the report into a folder as a file of its own, or to the file of a ticket below the text that is there; where
 * it stands there already, it takes its own place.
 * @throws Problem `usage` when neither is named, `not-found` for a ticket without a file, `refused` where nothing can be written.
 */
export async function copyDevReport(
  world: World,
  input: { id: string; folder?: string | undefined; task?: string | undefined },
): Promise<DevSessionReport> {
  const person = personOf(world);
  if (input.folder === undefined && input.task === undefined)
    throw new Problem(
      'usage',
      said`It is not said where the report is to go.`,
      said`Name a folder, or a ticket that has a file.`,
    );
  const session = await lookUpDevSession(world, person, input.id);
  const report = await reportOf(world, person, session);
  const written: string[] = [];
  if (input.folder !== undefined) {
    const path = `${world.machine.absolutePath(input.folder).replace(/[\\/]+$/, '')}/${fileName(session)}`;
    await world.output.write(path, report.markdown);
    written.push(path);
  }
  if (input.task !== undefined) written.push(await appendToTask(world, input.task, session, report));
  return shapeOf(session, report, written);
}

/** `dev-session-2026-02-10-conference-workflow-1b2c3d4e.md`. */
function fileName({ id, title, startedAt, zone }: DevSession): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50);
  return ['dev-session', dayOf(startedAt, zone), words, shortId(id)].filter(Boolean).join('-').concat('.md');
}

async function appendToTask(
  world: World,
  task: string,
  session: DevSession,
  { markdown }: KeptReport,
): Promise<string> {
  const ticket = readTicket(task);
  const path = ticket === null ? undefined : (await ticketFiles(world)).get(ticket);
  if (path === undefined)
    throw new Problem(
      'not-found',
      said`${task} has no file in a registered repository.`,
      said`Ticket files are .tract/tickets/TICKET.md; or copy the report into a folder.`,
    );
  const before = await world.files.read(path, LARGEST_FILE);
  const [begin, end] = [`<!-- stint dev session ${session.id} -->`, `<!-- end of ${session.id} -->`];
  // A heading less, for the ticket has its own.
  const block = `${begin}\n\n${markdown.replaceAll(/^#/gm, '##').trim()}\n\n${end}\n`;
  const from = before.indexOf(begin);
  const to = from < 0 ? -1 : before.indexOf(end, from);
  const after =
    to < 0
      ? `${before.trimEnd()}\n\n${block}`
      : `${before.slice(0, from)}${block}${before.slice(to + end.length).replace(/^\n/, '')}`;
  if (after.length > LARGEST_FILE)
    throw new Problem(
      'refused',
      said`There is no room for the report in ${path}.`,
      said`Copy it into a folder.`,
    );
  await world.output.write(path, after);
  return path;
}
