import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { EntryShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { TicketPicker } from '../../components/TicketPicker.tsx';
import { useChange } from '../../hooks/change.ts';
import { readTime } from './read-time.ts';

/** Half of it, on a quarter of an hour where that leaves something on both sides. */
function halfOf(minutes: number): number {
  const half = Math.round(minutes / 30) * 15;
  return half > 0 && half < minutes ? half : Math.floor(minutes / 2);
}

/** Splits an entry: the first part stays, the rest may go on another ticket. */
export function SplitForm({ entry, onDone }: { entry: EntryShape; onDone: () => void }) {
  const { t } = useWords();
  const [time, setTime] = useState(() => formatShort(halfOf(entry.minutes)));
  const [ticket, setTicket] = useState(entry.ticket);
  const split = useChange(client.entry.split, { done: onDone, announce: false });
  const minutes = readTime(time);
  const isGood = minutes !== null && minutes > 0 && minutes < entry.minutes;
  return (
    <form
      className="tool-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood)
          split.mutate({
            id: entry.id,
            minutes,
            ...(ticket === entry.ticket ? {} : { ticket: ticket ?? '' }),
          });
      }}
    >
      <TextInput
        className="entry-form-time"
        label={t('entry.splitAfter')}
        value={time}
        autoFocus
        onChange={(event) => setTime(event.currentTarget.value)}
        error={minutes === null}
      />
      <div className="field">
        <span className="field-label">
          {t('entry.splitTicket')}{' '}
          {isGood && <span className="num">({formatShort(entry.minutes - minutes)})</span>}
        </span>
        <TicketPicker form="field" label={t('entry.splitTicket')} value={ticket} onChange={setTicket} />
      </div>
      <Button type="submit" size="sm" variant="light" disabled={!isGood || split.isPending}>
        {t('entry.splitDo')}
      </Button>
      <FieldProblem error={split.error} />
    </form>
  );
}
