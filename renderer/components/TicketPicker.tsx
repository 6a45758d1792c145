import { Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { TicketSearch } from './TicketSearch.tsx';

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

/** Chooses a ticket. A day has a hundred of these: each is a plain button until it is opened. */
export function TicketPicker({ value, onChange, label, form, disabled = false, openSignal = 0 }: Props) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (openSignal > 0) setIsOpen(true);
  }, [openSignal]);
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  const shown = value ?? t(form === 'cell' ? 'list.chooseTicket' : 'entry.noTicket');
  return (
    <span className="ticket-pick-place">
      <button
        ref={button}
        type="button"
        className={`ticket-pick ticket-pick-${form}${value === null ? ' ticket-none' : ''}`}
        aria-label={`${label}: ${shown}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        // Not `disabled`: that would throw the keyboard out of the row while it is written.
        aria-disabled={disabled}
        onClick={() => {
          if (!disabled) setIsOpen(!isOpen);
        }}
      >
        <span>{shown}</span>
        {form === 'field' && <IconChevronDown size={14} aria-hidden />}
      </button>
      {isOpen && (
        <TicketPopover value={value} label={label} onClose={close} onChoose={onChange}>
          <span className="ticket-pick-anchor" aria-hidden />
        </TicketPopover>
      )}
    </span>
  );
}

interface PopoverProps {
  readonly value: string | null;
  readonly label: string;
  /** Closed without a choice, or after one; the caller gives the focus back. */
  readonly onClose: () => void;
  /** Called only when another ticket was chosen. */
  readonly onChoose: (ticket: string | null) => void;
  /** What it hangs on. */
  readonly children: React.ReactElement;
}

/** The search for a ticket, hung on something. */
export function TicketPopover({ value, label, onClose, onChoose, children }: PopoverProps) {
  return (
    <Popover
      opened
      onChange={(opened) => {
        if (!opened) onClose();
      }}
      onDismiss={onClose}
      position="bottom-start"
      width={340}
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      withRoles={false}
      closeOnEscape={false}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p={4}>
        <div
          role="dialog"
          aria-label={label}
          onKeyDown={(event) => {
            // What is typed here is nobody else's: no shortcut of the row or the page.
            event.stopPropagation();
            if (event.key === 'Escape') {
              event.preventDefault();
              onClose();
            }
          }}
          onBlur={(event) => {
            if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget))
              onClose();
          }}
        >
          <TicketSearch
            value={value}
            label={label}
            onChoose={(ticket) => {
              onClose();
              if (ticket !== value) onChoose(ticket);
            }}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
