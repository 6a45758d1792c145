import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { TicketPicker } from '../../components/TicketPicker.tsx';
import { useChange } from '../../hooks/change.ts';

interface Props {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly date: string;
  /** `pop` stands in a popover: one under the other. */
  readonly form: 'row' | 'pop';
  /** Written: the id of the new entry. */
  readonly onDone: (id: string) => void;
}

/** Makes an entry of a stretch of time: a ticket, and in a few words what was done. Enter writes it. */
export function AssignForm({ startedAt, endedAt, date, form, onDone }: Props) {
  const { t } = useWords();
  const [ticket, setTicket] = useState<string | null>(null);
  const [description, setDescription] = useState('');
  const add = useChange(client.entry.add, { done: ({ id }) => onDone(id), announce: false });
  const words = description.trim();
  const length = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000);
  return (
    <form
      className={`tool-form tool-form-bare${form === 'pop' ? ' tool-form-pop' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (words === '' || add.isPending) return;
        add.mutate({
          date,
          ...(ticket === null ? {} : { ticket }),
          startedAt,
          endedAt,
          description: words,
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
        data-autofocus
        autoFocus={form === 'row'}
        maxLength={2000}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" disabled={words === '' || add.isPending}>
        {t('entry.assignDo', { time: formatShort(length) })}
      </Button>
      <FieldProblem error={add.error} />
    </form>
  );
}
