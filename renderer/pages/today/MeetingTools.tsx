import { Button } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView, EntryShape } from '#shared/contract/shapes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { TicketPicker } from '../../components/TicketPicker.tsx';
import { say, useChange } from '../../hooks/change.ts';

interface Props {
  readonly entry: EntryShape;
  readonly event: DayView['events'][number];
  readonly onAbsent: () => void;
  readonly onDone: () => void;
}

/** What can be said about a meeting besides its entry: that one was not there, and where its series always goes. */
export function MeetingTools({ entry, event, onAbsent, onDone }: Props) {
  const { t } = useWords();
  const [ticket, setTicket] = useState(entry.ticket);
  const series = useChange(
    (wanted: string | null) => client.calendar.series({ entry: entry.id, ticket: wanted ?? '' }),
    {
      stale: ['day', 'week', 'status', 'tickets', 'settings'],
      announce: false,
      done: (output) => {
        say(
          output.ticket === null
            ? t('entry.seriesNone', { series: event.title })
            : t('entry.seriesDone', { series: event.title, ticket: output.ticket }),
        );
        onDone();
      },
    },
  );
  return (
    <div className="tool-form">
      {event.series !== null && (
        <>
          <div className="field meeting-series">
            <span className="field-label">{t('entry.series')}</span>
            <TicketPicker form="field" label={t('entry.series')} value={ticket} onChange={setTicket} />
          </div>
          <Button
            size="sm"
            variant="light"
            disabled={ticket === null}
            loading={series.isPending}
            onClick={() => series.mutate(ticket)}
          >
            {t('entry.seriesDo', { ticket: ticket ?? '…' })}
          </Button>
          <span className="topbar-space" />
        </>
      )}
      <Button
        size="sm"
        variant="subtle"
        color="gray"
        leftSection={<IconCalendarOff size={15} />}
        rightSection={<kbd>A</kbd>}
        onClick={onAbsent}
      >
        {t('entry.notThere')}
      </Button>
      <FieldProblem error={series.error} />
    </div>
  );
}
