import { Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTicketId } from '#shared/values/ticket-id.ts';
import { ticketsQuery } from '../client/queries.ts';
import { matchTickets } from './ticket-match.ts';

interface Props {
  /** The chosen ticket; null is none. */
  readonly value: string | null;
  readonly onChange: (ticket: string | null) => void;
  readonly label: string;
  /** `cell` is a quiet word in a row, `field` looks like an input of a form. */
  readonly form: 'cell' | 'field';
  readonly disabled?: boolean;
  /** For a row's keyboard shortcut: opening from outside. */
  readonly openSignal?: number;
}

const NONE = ' none';
const SHOWN = 30;

/** Chooses a ticket: those worked on lately, found by id or title, or any id typed in full. */
export function TicketPicker({ value, onChange, label, form, disabled = false, openSignal = 0 }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      setSearch('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const { data: tickets = [] } = useQuery({ ...ticketsQuery(), enabled: combobox.dropdownOpened });
  const { openDropdown, selectFirstOption } = combobox;
  useEffect(() => {
    if (openSignal > 0) openDropdown();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new signal opens it
  }, [openSignal]);
  useEffect(() => {
    if (search !== '') selectFirstOption();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the first match is marked after each letter
  }, [search, tickets.length]);

  const found = matchTickets(search, tickets, SHOWN);
  const typed = parseTicketId(search);
  const isNew = typed !== null && !found.some((ticket) => ticket.ticket === typed);

  const shown = value ?? t(form === 'cell' ? 'list.chooseTicket' : 'entry.noTicket');

  return (
    <Combobox
      store={combobox}
      width={320}
      position="bottom-start"
      shadow="md"
      onOptionSubmit={(chosen) => {
        combobox.closeDropdown();
        const next = chosen === NONE ? null : chosen;
        if (next !== value) onChange(next);
      }}
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          className={`ticket-pick ticket-pick-${form}${value === null ? ' ticket-none' : ''}`}
          aria-label={`${label}: ${shown}`}
          disabled={disabled}
          onClick={() => combobox.toggleDropdown()}
        >
          <span>{shown}</span>
          {form === 'field' && <IconChevronDown size={14} aria-hidden />}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder="TB-042"
          aria-label={label}
        />
        <Combobox.Options aria-label={label} mah={260} style={{ overflowY: 'auto' }}>
          {isNew && (
            <Combobox.Option value={typed}>{t('entry.useTicket', { ticket: typed })}</Combobox.Option>
          )}
          {found.map((ticket) => (
            <Combobox.Option key={ticket.ticket} value={ticket.ticket} active={ticket.ticket === value}>
              <span className="ticket-option">
                <b>{ticket.ticket}</b>
                <span>{ticket.title}</span>
              </span>
            </Combobox.Option>
          ))}
          {search === '' && value !== null && (
            <Combobox.Option value={NONE}>
              <span className="ticket-option-none">{t('entry.noTicket')}</span>
            </Combobox.Option>
          )}
          {found.length === 0 && !isNew && <Combobox.Empty>{t('entry.nothingFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
