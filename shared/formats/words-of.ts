import { findTicketId } from '../values/ticket-id.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** One line of text: what a format of lines can hold. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The ticket among words of a foreign tool, in the order given; null: none of them names one. */
export function ticketAmong(texts: readonly string[], prefixes: readonly string[]): TicketId | null {
  for (const text of texts) {
    const ticket = findTicketId(text, prefixes);
    if (ticket !== null) return ticket;
  }
  return null;
}
