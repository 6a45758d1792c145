import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTicketId } from '#shared/values/ticket-id.ts';
import { client } from '../../client/connect.ts';
import { ticketsQuery } from '../../client/queries.ts';
import { say, useChange } from '../../hooks/change.ts';
import { getDraft, setDraft } from '../../hooks/draft.ts';
import { go } from '../../hooks/route.ts';
import { runAction } from '../../hooks/shortcuts.ts';
import type { KnownTicket } from '../ticket-match.ts';
import { indexTickets, searchTickets } from '../ticket-match.ts';
import type { Command } from './command.ts';

const SHOWN = 8;
/** `start tb42`, `log tb42`: what is to be done with the ticket comes first. */
const VERB = /^(?:(start|starte|starten|begin|track)|(log|add|eintragen|buche))(?:\s+(.*))?$/i;
/** No ticket is asked for by less than this. */
const LETTERS = 2;

/** What is asked of tickets by the words that were typed. */
export function askedOf(text: string): { verb: 'start' | 'log' | null; rest: string } {
  const match = VERB.exec(text.trim());
  if (!match) return { verb: null, rest: text.trim() };
  return { verb: match[1] === undefined ? 'log' : 'start', rest: match[3]?.trim() ?? '' };
}

/** Tickets that fit the words, those worked on last first: their last day, a session, an entry. */
export function useTicketCommands(text: string): readonly Command[] {
  const { t } = useTranslation();
  const { data: tickets } = useQuery(ticketsQuery());
  const index = useMemo(() => indexTickets(tickets ?? []), [tickets]);
  const start = useChange((what: string) => client.session.start({ what }), {
    stale: ['status', 'sessions', 'day', 'week', 'tickets'],
    done: ({ ticket, title }) => say(t('session.running', { what: ticket ?? title })),
  });
  const visit = useChange((ticket: string) => client.ticket.lastDay({ ticket }), {
    stale: [],
    done: ({ ticket, date }) =>
      date === null ? say(t('palette.noTicketDay', { ticket })) : go(`/today/${date}`),
  });

  const visitIt = ({ ticket, title }: KnownTicket): Command => ({
    id: `ticket ${ticket}`,
    group: 'tickets',
    words: nameOf({ ticket, title }),
    detail: t('palette.goTicket'),
    run: () => visit.mutate(ticket),
  });
  const startIt = ({ ticket, title }: KnownTicket): Command => ({
    id: `start ${ticket}`,
    group: 'tickets',
    words: t('palette.startTicket', { ticket: nameOf({ ticket, title }) }),
    run: () => start.mutate(ticket),
  });
  const logIt = ({ ticket }: KnownTicket): Command => ({
    id: `log ${ticket}`,
    group: 'tickets',
    words: t('palette.logTicket', { ticket }),
    run: () => {
      if (!getDraft().includes(ticket)) setDraft(`${ticket} ${getDraft()}`);
      runAction('quickAdd');
    },
  });

  const { verb, rest } = askedOf(text);
  if (verb === null && rest.length < LETTERS) return [];
  const found = withTyped(rest, searchTickets(rest, index, SHOWN));
  if (verb === 'log') return found.map(logIt);
  if (verb === 'start') {
    const words: Command = {
      id: 'start words',
      group: 'tickets',
      words: t('palette.startWords', { what: rest }),
      run: () => start.mutate(rest),
    };
    return [...found.map(startIt), ...(rest === '' ? [] : [words])];
  }
  const [best, ...others] = found;
  return best === undefined ? [] : [visitIt(best), startIt(best), logIt(best), ...others.map(visitIt)];
}

/** A ticket that nobody worked on yet counts once its id is typed in full. */
function withTyped(text: string, found: readonly KnownTicket[]): readonly KnownTicket[] {
  const typed = parseTicketId(text);
  if (typed === null || found.some(({ ticket }) => ticket === typed)) return found;
  return [{ ticket: typed, title: '' }, ...found];
}

const nameOf = ({ ticket, title }: KnownTicket): string =>
  title === '' || title === ticket ? ticket : `${ticket} ${title}`;
