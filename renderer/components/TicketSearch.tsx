import { Combobox, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTicketId } from '#shared/values/ticket-id.ts';
import { ticketsQuery } from '../client/queries.ts';
import type { KnownTicket, TicketIndex } from './ticket-match.ts';
import { indexTickets, isSameTicket, searchTickets } from './ticket-match.ts';

interface Props {
  /** The chosen ticket; null is none. */
  readonly value: string | null;
  readonly label: string;
  readonly onChoose: (ticket: string | null) => void;
}

const NONE = ' none';
const SHOWN = 30;

/** Made ready once for each list that came, whoever asks. */
const indexes = new WeakMap<readonly KnownTicket[], TicketIndex<KnownTicket>>();
function indexOf(tickets: readonly KnownTicket[]): TicketIndex<KnownTicket> {
  let index = indexes.get(tickets);
  if (!index) indexes.set(tickets, (index = indexTickets(tickets)));
  return index;
}

/** A field and the tickets that fit: those worked on lately, found by id or title, or any id typed in full. */
export function TicketSearch({ value, label, onChoose }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [isHasty, setIsHasty] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ opened: true });
  const { data: tickets, error } = useQuery(ticketsQuery());
  const found = useMemo(() => searchTickets(search, indexOf(tickets ?? []), SHOWN), [tickets, search]);
  const typed = parseTicketId(search);
  const isKnown = typed !== null && found.some(({ ticket }) => ticket === typed);
  // A number that is there with more or fewer zeros is most likely meant; otherwise what was typed in full is.
  const isOffered = typed !== null && !isKnown;
  const isLast = isOffered && found.some(({ ticket }) => isSameTicket(ticket, typed));
  const { selectFirstOption, resetSelectedOption } = combobox;

  useEffect(() => {
    // Once the list around it stands.
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    if (search === '') resetSelectedOption();
    else selectFirstOption();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the first match is marked after each letter
  }, [search, tickets]);
  // Enter before the first answer means the first match of what was typed, whenever that one is known.
  const isWaiting = tickets === undefined && error === null;
  useEffect(() => {
    if (!isHasty || isWaiting) return;
    const first = isOffered && !isLast ? typed : (found[0]?.ticket ?? typed);
    if (first !== null) onChoose(first);
    else setIsHasty(false);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the match is known
  }, [isHasty, isWaiting]);

  const asTyped = isOffered && (
    <Combobox.Option value={typed}>{t('entry.useTicket', { ticket: typed })}</Combobox.Option>
  );
  return (
    <Combobox store={combobox} onOptionSubmit={(chosen) => onChoose(chosen === NONE ? null : chosen)}>
      <Combobox.EventsTarget>
        <input
          ref={field}
          className="ticket-search"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setIsHasty(false);
          }}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter' || !isWaiting || search === '') return;
            event.preventDefault();
            event.stopPropagation();
            setIsHasty(true);
          }}
          placeholder={t('entry.findTicket')}
          aria-label={label}
          autoComplete="off"
          spellCheck={false}
        />
      </Combobox.EventsTarget>
      <Combobox.Options aria-label={label} className="ticket-options">
        {!isLast && asTyped}
        {found.map((ticket) => (
          <Combobox.Option key={ticket.ticket} value={ticket.ticket} active={ticket.ticket === value}>
            <span className="ticket-option">
              <b>{ticket.ticket}</b>
              <span>{ticket.title}</span>
            </span>
          </Combobox.Option>
        ))}
        {isLast && asTyped}
        {search === '' && value !== null && (
          <Combobox.Option value={NONE}>
            <span className="ticket-option-none">{t('entry.noTicket')}</span>
          </Combobox.Option>
        )}
        {found.length === 0 && !isOffered && !isWaiting && (
          <Combobox.Empty>{t(search === '' ? 'entry.noTicketsYet' : 'entry.nothingFound')}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  );
}
