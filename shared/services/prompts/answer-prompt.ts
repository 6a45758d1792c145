import type { PromptAnswer, PromptShape } from '../../contract/prompt-operations.ts';
import type { Session } from '../../evidence/session.ts';
import type { World } from '../../ports/world.ts';
import { switchDetail } from '../../review/meeting-switch.ts';
import type { Absence, Prompt } from '../../review/prompt.ts';
import { formatInstant } from '../../values/instant.ts';
import { dayOf } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { addEntry } from '../add-entry.ts';
import { readTicket } from '../change-entry.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { startSession, stopSession } from '../session.ts';
import type { Gathered } from './gather-prompts.ts';
import { gatherPrompts } from './gather-prompts.ts';
import { describePrompts, listPrompts } from './list-prompts.ts';
import { withNotes } from './prompt-notes.ts';
import { leaveOutOfSessions, leftOutOf, OUT_OF_SESSIONS, sessionsDuring } from './leave-out.ts';

interface Input {
  readonly prompt: string;
  readonly answer: PromptAnswer;
  readonly ticket?: string | undefined;
  readonly description?: string | undefined;
}

/**
 * Does what the person says to a prompt, and remembers that it was answered. An answer touches only what it names: of an
 * absence its own time, of a session nothing before now.
 * @returns what still waits. @throws Problem `not-found` when nothing waits under that name, `usage` for an answer that does
 * not fit, and what the operations behind it throw; then it waits on.
 */
export async function answerPrompt(world: World, input: Input): Promise<PromptShape[]> {
  const person = personOf(world);
  const gathered = await gatherPrompts(world, person);
  const absence = gathered.prompts
    .flatMap((prompt) => (prompt.kind === 'absences' ? prompt.absences : []))
    .find(({ key }) => key === input.prompt);
  if (absence !== undefined) await answerAbsence(world, person, gathered, absence, input);
  else await answerOther(world, person, gathered, input);
  world.events.publish({ kind: 'prompts' });
  return listPrompts(world);
}

async function answerAbsence(
  world: World,
  person: Person,
  { notes }: Gathered,
  absence: Absence,
  input: Input,
): Promise<void> {
  const { answer } = input;
  const span = { start: absence.start, end: absence.end };
  const ticket = readTicket(input.ticket ?? '');
  if (answer === 'ticket' && ticket === null)
    throw new Problem('usage', said`Which ticket was it?`, said`Name it: --ticket TB-042.`);
  if (answer !== 'break' && answer !== 'ticket' && answer !== 'meeting') throw unfitting();
  const during = await sessionsDuring(world, person, span);
  const isSession = answer === 'ticket' && during.length > 0 && during.every((one) => one.ticket === ticket);
  let entry: string | null = null;
  if (!isSession) {
    // In one step: a session and an entry must not both have the time, nor does undo give it to both.
    if (answer === 'break') await leaveOutOfSessions(world, person, during, span);
    else entry = await bookAbsence(world, person, { absence, ticket, answer, during }, input.description);
  }
  const detail = entry ?? (answer === 'break' && during.length > 0 ? OUT_OF_SESSIONS : null);
  await world.stores.prompts.put([withNotes(notes, person, absence.key, { answer, span, detail })]);
}

/** What an absence was, and the sessions that counted it meanwhile. */
interface Away {
  readonly absence: Absence;
  readonly ticket: TicketId | null;
  readonly answer: 'ticket' | 'meeting';
  readonly during: readonly Session[];
}

async function bookAbsence(
  world: World,
  person: Person,
  { absence, ticket, answer, during }: Away,
  description = '',
): Promise<string> {
  const { start, end } = absence;
  const words = description.trim() || (answer === 'meeting' ? said`Meeting` : said`Away from the machine`);
  const { id } = await addEntry(
    world,
    {
      date: dayOf(start, person.zone),
      ...(ticket === null ? {} : { ticket }),
      startedAt: formatInstant(start),
      endedAt: formatInstant(end),
      description: words,
    },
    leftOutOf(during, { start, end }, person),
  );
  return id;
}

async function answerOther(
  world: World,
  person: Person,
  { prompts, notes }: Gathered,
  input: Input,
): Promise<void> {
  const prompt = prompts.find(({ key }) => key === input.prompt);
  if (prompt === undefined) {
    throw new Problem(
      'not-found',
      said`Nothing waits under that name.`,
      said`It may have been answered, or be over. See what waits: stint prompts.`,
    );
  }
  const [shape] = await describePrompts(world, person, [prompt]);
  if (prompt.kind === 'absences' || !shape?.answers.includes(input.answer)) throw unfitting();
  const before = await runningWhat(world, person);
  await act(world, prompt, input.answer);
  const detail =
    prompt.kind === 'meeting' && input.answer === 'switch'
      ? { detail: switchDetail(prompt.ticket, before), span: { start: prompt.since, end: prompt.endsAt } }
      : {};
  await world.stores.prompts.put([withNotes(notes, person, prompt.key, { answer: input.answer, ...detail })]);
}

async function act(world: World, prompt: Prompt, answer: PromptAnswer): Promise<void> {
  if (answer === 'switch' && prompt.kind === 'meeting') {
    const title = prompt.title.replace(prompt.ticket, '').replace(/^[\s:,–-]+/, '');
    await startSession(world, { what: `${prompt.ticket} ${title}`.trim() });
  }
  if (answer === 'back' && prompt.kind === 'meeting-over' && prompt.back !== null)
    await startSession(world, { what: prompt.back });
  if (answer === 'switch' && prompt.kind === 'trigger')
    await startSession(world, { what: `${prompt.ticket} ${prompt.title}`.trim() });
  if (answer === 'stop') await stopSession(world);
}

async function runningWhat(world: World, person: Person): Promise<string | null> {
  const [session] = await world.stores.sessions.open(person.user);
  if (session?.status !== 'active') return null;
  const { ticket, title } = session;
  return ticket === null || ticket === title ? title : `${ticket} ${title}`;
}

const unfitting = (): Problem =>
  new Problem(
    'usage',
    said`That is no answer to what waits there.`,
    said`See what waits and what can be said to it: stint prompts.`,
  );
