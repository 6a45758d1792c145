import { Button } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { Suspense, lazy, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { useBookings, useConnected, usualOf } from '../../hooks/booking.ts';
import { dropQuery, useRoute } from '../../hooks/route.ts';
import { openIn } from './week-bookings.ts';

const BookingSheet = lazy(async () => ({
  default: (await import('./booking/BookingSheet.tsx')).BookingSheet,
}));

interface Props {
  readonly data: WeekShape;
  /** Submitting is the one thing to do now; booking waits beside it. */
  readonly isSecond: boolean;
}

/** In the foot of the week: how much of it is booked, and the way into the sheet. */
export function BookWeek({ data, isSecond }: Props) {
  const { t } = useTranslation();
  const route = useRoute();
  const connected = useConnected();
  const usual = usualOf(connected);
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  // Read with the first opening, and kept, so that closing is not cut short.
  const [wanted, setWanted] = useState(false);
  const isFinal = data.days.some((day) => day.status === 'submitted');
  const open = openIn([...useBookings(data.week).values()], data.days);
  // While another week is on its way the one before still stands here, and is not the one that was asked for.
  const isThisWeek = route.argument === null || route.argument === data.week;
  const asked = route.query.get('book') !== null && usual !== null && isThisWeek;
  const show = () => {
    setWanted(true);
    setOpened(true);
  };
  useEffect(() => {
    if (!asked) return;
    show();
    dropQuery();
  }, [asked]);
  if (usual === null)
    return isFinal ? (
      <a className="link-button week-connect" href="#/connections">
        {t('sheet.connect')}
      </a>
    ) : null;
  const isDone = isFinal && open === 0;
  return (
    <>
      <Button
        ref={button}
        variant={isSecond || isDone ? 'default' : 'filled'}
        leftSection={isDone ? <IconCircleCheckFilled className="booking-booked" size={16} /> : undefined}
        disabled={!isFinal && open === 0}
        onClick={show}
      >
        {t(isDone ? 'sheet.openAgain' : 'sheet.open', { name: usual.name })}
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <BookingSheet
            week={data.week}
            from={data.from}
            to={data.to}
            connected={connected}
            first={usual.id}
            opened={opened}
            onClose={() => setOpened(false)}
            onGone={() => {
              // Submitting led here, and its button is of no use any more: the focus has no way back but this one.
              requestAnimationFrame(() => {
                if (document.activeElement === document.body) button.current?.focus();
              });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** How much of what is submitted the provider does not have yet; null while there is nothing to say. */
export function useBookedWords(data: WeekShape): string | null {
  const { t } = useTranslation();
  const usual = usualOf(useConnected());
  const bookings = [...useBookings(data.week).values()];
  if (usual === null || bookings.length === 0 || !data.days.some((day) => day.status === 'submitted'))
    return null;
  const open = openIn(bookings, data.days);
  return open === 0 ? t('sheet.allBooked', { name: usual.name }) : t('sheet.open_count', { count: open });
}
