import type { World } from '../../ports/world.ts';
import { telemetryLine } from '../../sources/telemetry/read-line.ts';
import { formatInstant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { parseTicketId } from '../../values/ticket-id.ts';
import { personOf } from '../person.ts';
import { readAll } from './sources.ts';
import { OWN_TELEMETRY } from './telemetry-source.ts';

/** What a tool was told back: what stands in the log now. */
export interface TelemetryTold {
  readonly at: string;
  readonly tool: string;
  readonly ticket: string | null;
}

/** A tool says that work on a ticket begins. @throws Problem `usage` when that is no ticket. */
export const startTelemetry = (
  world: World,
  input: { ticket: string; tool?: string | undefined; file?: string | undefined },
): Promise<TelemetryTold> => append(world, 'start', input);

/** A tool says that work ends; without a ticket, whatever it was. @throws Problem `usage` when that is no ticket. */
export const stopTelemetry = (
  world: World,
  input: { ticket?: string | undefined; tool?: string | undefined },
): Promise<TelemetryTold> => append(world, 'stop', input);

async function append(
  world: World,
  event: 'start' | 'stop',
  input: { ticket?: string | undefined; tool?: string | undefined; file?: string | undefined },
): Promise<TelemetryTold> {
  const person = personOf(world);
  const ticket = ticketOf(input.ticket ?? '');
  // A name that is nothing but blanks is none.
  const tool = (input.tool ?? '').trim() || 'cli';
  const at = formatInstant(person.now);
  await world.telemetry.append(
    person.user,
    person.today,
    telemetryLine({ ts: at, ticket, tool, event, file: input.file }),
  );
  await readAll(world, { key: OWN_TELEMETRY });
  return { at, tool, ticket };
}

function ticketOf(text: string): TicketId | null {
  if (text.trim() === '') return null;
  const ticket = parseTicketId(text);
  if (ticket !== null) return ticket;
  throw new Problem('usage', said`"${text}" is not a ticket.`, said`Give a ticket such as TB-042.`);
}
