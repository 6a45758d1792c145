import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
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

/** The best of what fits, and how many of them are in sight: the others are drawn when somebody goes there. */
const BEST = 30;
const IN_SIGHT = 11;

/** Made ready once for each list that came, whoever asks. */
const indexes = new WeakMap<readonly KnownTicket[], TicketIndex<KnownTicket>>();
const NO_TICKETS: readonly KnownTicket[] = [];
function indexOf(tickets: readonly KnownTicket[]): TicketIndex<KnownTicket> {
  let index = indexes.get(tickets);
  if (!index) indexes.set(tickets, (index = indexTickets(tickets)));
  return index;
}

/** What may be chosen: a ticket that is known, one that was typed in full, or none. */
interface Choice {
  readonly ticket: string | null;
  readonly title: string;
  readonly kind: 'known' | 'typed' | 'none';
}

function choicesOf(search: string, found: readonly KnownTicket[], value: string | null): Choice[] {
  const typed = parseTicketId(search);
  const known = found.map(({ ticket, title }): Choice => ({ ticket, title, kind: 'known' }));
  const isOffered = typed !== null && !found.some(({ ticket }) => ticket === typed);
  const asTyped: Choice[] = isOffered ? [{ ticket: typed, title: '', kind: 'typed' }] : [];
  // A number that is there with more or fewer zeros is most likely meant; otherwise what was typed in full is.
  const isThere = isOffered && found.some(({ ticket }) => isSameTicket(ticket, typed));
  const none: Choice[] = search === '' && value !== null ? [{ ticket: null, title: '', kind: 'none' }] : [];
  return [...(isThere ? [] : asTyped), ...known, ...(isThere ? asTyped : []), ...none];
}

/** A field and the tickets that fit: those worked on lately, found by id or title, or any id typed in full. */
export function TicketSearch(props: Props) {
  const { data: tickets, error } = useQuery(ticketsQuery());
  return (
    <Search
      {...props}
      index={indexOf(tickets ?? NO_TICKETS)}
      isWaiting={tickets === undefined && error === null}
    />
  );
}

interface SearchProps extends Props {
  readonly index: TicketIndex<KnownTicket>;
  /** The tickets were not answered yet. */
  readonly isWaiting: boolean;
}

/** What is done for each letter. No passive effect is among it: that would be one more turn before the next letter. */
function Search({ value, label, onChoose, index, isWaiting }: SearchProps) {
  const { t } = useWords();
  const id = useId();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(-1);
  const [isHasty, setIsHasty] = useState(false);
  const [isScrolled, setIsScrolled] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const choices = useMemo(
    () => choicesOf(search, searchTickets(search, index, BEST), value),
    [index, search, value],
  );
  const latest = useRef(onChoose);
  useLayoutEffect(() => {
    latest.current = onChoose;
  });
  const choose = useCallback((ticket: string | null) => latest.current(ticket), []);

  // Not a frame later: letters typed until then would be shortcuts of the page. It does not stand in its place yet.
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  // Enter before the first answer means the first match of what was typed, whenever that one is known.
  useLayoutEffect(() => {
    if (!isHasty || isWaiting) return;
    const first = choices[0];
    if (first) choose(first.ticket);
    else setIsHasty(false);
  }, [isHasty, isWaiting, choices, choose]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const last = choices.length - 1;
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const chosen = choices[at];
      if (isWaiting && search !== '') setIsHasty(true);
      else if (chosen) choose(chosen.ticket);
    } else return;
    event.preventDefault();
  };
  const drawn = isScrolled || at >= IN_SIGHT - 1 ? choices : choices.slice(0, IN_SIGHT);
  const titleOf = ({ kind, ticket, title }: Choice): string =>
    kind === 'none'
      ? t('entry.noTicket')
      : kind === 'typed'
        ? t('entry.useTicket', { ticket: ticket ?? '' })
        : title;
  return (
    <>
      <input
        ref={field}
        role="combobox"
        className="ticket-search"
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(event.currentTarget.value.trim() === '' ? -1 : 0);
          setIsHasty(false);
          if (isScrolled) list.current?.scrollTo(0, 0);
          setIsScrolled(false);
        }}
        onKeyDown={onKeyDown}
        placeholder={t('entry.findTicket')}
        aria-label={label}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}list`}
        aria-activedescendant={at >= 0 && choices[at] ? `${id}${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
      />
      <div
        ref={list}
        id={`${id}list`}
        role="listbox"
        aria-label={label}
        className="ticket-options"
        onScroll={({ currentTarget }) => {
          if (currentTarget.scrollTop > 0) setIsScrolled(true);
        }}
      >
        {drawn.map((choice, place) => (
          // Letters change what stands in a line, seldom how many there are: lines are kept.
          <Option
            key={place}
            id={`${id}${place}`}
            ticket={choice.ticket}
            title={titleOf(choice)}
            kind={choice.kind}
            isChosen={choice.kind === 'known' && choice.ticket === value}
            isAt={place === at}
            onChoose={choose}
          />
        ))}
      </div>
      {choices.length === 0 && !isWaiting && (
        <p className="ticket-options-none" role="status">
          {t(search.trim() === '' ? 'entry.noTicketsYet' : 'entry.nothingFound')}
        </p>
      )}
    </>
  );
}

interface OptionProps extends Choice {
  readonly id: string;
  readonly isChosen: boolean;
  /** Enter means this one. */
  readonly isAt: boolean;
  readonly onChoose: (ticket: string | null) => void;
}

const Option = memo(function Option({ id, ticket, title, kind, isChosen, isAt, onChoose }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isAt}
      className={`ticket-option${isChosen ? ' is-chosen' : ''}`}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(ticket)}
    >
      {kind === 'known' && <b>{ticket}</b>}
      <span className={kind === 'typed' ? 'ticket-option-typed' : undefined}>{title}</span>
    </div>
  );
});
