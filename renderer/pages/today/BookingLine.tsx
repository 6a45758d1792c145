import { Button } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import { client } from '../../client/connect.ts';
import { BookingMark } from '../../components/BookingMark.tsx';
import type { Booked } from '../../hooks/booking.ts';
import { useChange } from '../../hooks/change.ts';
import { go } from '../../hooks/route.ts';
import { useHostWords } from '../../hooks/host-words.ts';

/** In an open row: what became of the entry at the provider, and the way on when it did not go through. */
export function BookingLine({ booked, date }: { booked: Booked; date: string }) {
  const { t } = useWords();
  const hostWords = useHostWords();
  const retry = useChange(
    () => client.booking.sync({ provider: booked.provider, week: date, entries: [booked.entryId] }),
    { stale: ['booking', 'providers'] },
  );
  const words = t(`booked.${booked.state}`, { name: booked.name });
  const canRetry = booked.state === 'failed' || booked.state === 'unknown' || booked.state === 'waiting';
  return (
    <div className="booking-line">
      <BookingMark state={booked.state} name={booked.name} />
      <span>
        {booked.reason === null || booked.reason === ''
          ? words
          : t('booked.withReason', { words, reason: hostWords(booked.reason) })}
      </span>
      {canRetry && (
        <Button
          size="compact-sm"
          variant="default"
          loading={retry.isPending}
          onClick={() => retry.mutate(undefined)}
        >
          {t('booked.retry')}
        </Button>
      )}
      {booked.state === 'differs' && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => go(`/week/${encodeURIComponent(date)}?book=1`)}
        >
          {t('booked.look')}
        </Button>
      )}
    </div>
  );
}
