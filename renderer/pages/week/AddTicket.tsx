import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TicketPicker } from '../../components/TicketPicker.tsx';

interface Props {
  readonly onAdd: (ticket: string) => void;
  /** Back up into the grid. */
  readonly onUp: () => void;
}

/** Below the last row: a ticket to type time on. */
export function AddTicket({ onAdd, onUp }: Props) {
  const { t } = useTranslation();
  return (
    <div
      className="week-add"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' || !(event.target instanceof HTMLButtonElement)) return;
        event.preventDefault();
        onUp();
      }}
    >
      <IconPlus size={15} aria-hidden />
      <TicketPicker
        value={null}
        form="cell"
        label={t('weekGrid.addTicket')}
        onChange={(ticket) => {
          if (ticket !== null) onAdd(ticket);
        }}
      />
      <span className="hint">{t('weekGrid.addTicketHint')}</span>
    </div>
  );
}
