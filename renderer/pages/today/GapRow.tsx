import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { TicketPicker } from '../../components/TicketPicker.tsx';
import { useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';

interface Props {
  readonly gap: DayView['gaps'][number];
  readonly view: DayView;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onClose: () => void;
}

/** Present time that nothing explains; assigning it makes an entry with these clock times. */
export function GapRow({ gap, view, isOpen, onToggle, onClose }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const main = useRef<HTMLButtonElement>(null);
  const times = formats.clockRange(gap.startedAt, gap.endedAt, view.zone);
  const close = () => {
    onClose();
    main.current?.focus();
  };
  return (
    <li
      className={`row row-gap${isOpen ? ' row-open' : ''}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <div className="row-line">
        <span className="gap-mark" aria-hidden />
        <button
          ref={main}
          type="button"
          data-row={gap.startedAt}
          className="row-main row-main-wide"
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          <span className="row-words row-words-line">
            <span>{t('list.gap', { time: formatShort(gap.minutes) })}</span>
            <span className="row-why num">{times}</span>
          </span>
          <span className="row-action">{t('list.assign')}</span>
        </button>
      </div>
      {isOpen && (
        <div className="row-panel">
          <AssignForm gap={gap} date={view.day.date} onDone={onClose} />
        </div>
      )}
    </li>
  );
}

function AssignForm({ gap, date, onDone }: { gap: Props['gap']; date: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [ticket, setTicket] = useState<string | null>(null);
  const [description, setDescription] = useState('');
  const add = useChange(client.entry.add, { done: onDone, announce: false });
  return (
    <form
      className="tool-form tool-form-bare"
      onSubmit={(event) => {
        event.preventDefault();
        if (description.trim() === '') return;
        add.mutate({
          date,
          ...(ticket === null ? {} : { ticket }),
          startedAt: gap.startedAt,
          endedAt: gap.endedAt,
          description: description.trim(),
        });
      }}
    >
      <div className="field">
        <span className="field-label">{t('entry.ticket')}</span>
        <TicketPicker form="field" label={t('entry.ticket')} value={ticket} onChange={setTicket} />
      </div>
      <TextInput
        className="tool-form-wide"
        label={t('entry.description')}
        placeholder={t('entry.needDescription')}
        value={description}
        autoFocus
        maxLength={2000}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" disabled={description.trim() === '' || add.isPending}>
        {t('entry.assignDo', { time: formatShort(gap.minutes) })}
      </Button>
      <FieldProblem error={add.error} />
    </form>
  );
}
