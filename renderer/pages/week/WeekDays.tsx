import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { BookingMark, worstOf } from '../../components/BookingMark.tsx';
import { StatusChip } from '../../components/StatusChip.tsx';
import type { Booked } from '../../hooks/booking.ts';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { countsOn } from './week-bookings.ts';

type Day = WeekShape['days'][number];

interface Props {
  readonly days: readonly Day[];
  readonly today: string;
  readonly bookings: readonly Booked[];
  /** Open questions by date. */
  readonly questions: ReadonlyMap<string, number>;
}

/** The days one below the other: what is on each, what is open in it, how far it has come; each leads to its page. */
export function WeekDays({ days, today, bookings, questions }: Props) {
  const { t } = useTranslation();
  return (
    <section className="week-days" aria-labelledby="week-days-title">
      <h2 id="week-days-title" className="week-section">
        {t('weekDays.title')}
      </h2>
      <ul className="surface">
        {days.map((day) => (
          <DayLine
            key={day.date}
            day={day}
            today={today}
            booked={countsOn(bookings, day)}
            questions={questions.get(day.date) ?? 0}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly day: Day;
  readonly today: string;
  readonly booked: readonly Booked[];
  readonly questions: number;
}

function DayLine({ day, today, booked, questions }: LineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const confirm = useChange(() => client.day.confirm({ date: day.date }), {
    done: () => say(t('weekDays.confirmed', { day: formats.longDay(day.date) })),
  });
  const isOver = day.date <= today;
  const canConfirm = day.status === 'draft' && isOver && day.entries > 0 && day.unallocated === 0;
  return (
    <li className={day.date === today ? 'is-today' : undefined}>
      <a className="week-line" href={`#/today/${day.date}`}>
        <span className="week-line-day">
          <b>{formats.weekday(day.date)}</b>
          <span>{formats.dayAndMonth(day.date)}</span>
        </span>
        <span className="week-line-time num">
          <b>{day.entries === 0 && day.minutes === 0 ? '–' : formatTimesheet(day.minutes)}</b>
          {day.target > 0 && <span>/ {formatShort(day.target)}</span>}
        </span>
        <span className="week-line-open num">
          {isOver && <Gap day={day} />}
          {isOver && <Open day={day} questions={questions} />}
          {booked.length > 0 && <BookedWords booked={booked} />}
        </span>
        {day.entries > 0 && <StatusChip status={day.status} small />}
        <IconChevronRight size={15} aria-hidden className="week-line-go" />
      </a>
      <span className="week-line-do">
        {canConfirm && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={confirm.isPending}
            aria-label={t('weekDays.confirmDay', { day: formats.longDay(day.date) })}
            onClick={() => confirm.mutate(undefined)}
          >
            {t('weekDays.confirm')}
          </Button>
        )}
      </span>
    </li>
  );
}

function Gap({ day }: { day: Day }) {
  const { t } = useTranslation();
  const missing = day.target - day.minutes;
  if (day.target === 0) return null;
  if (missing > 0) return <span>{t('weekDays.short', { time: formatShort(missing) })}</span>;
  return (
    <span>{missing === 0 ? t('weekDays.full') : t('weekDays.over', { time: formatShort(-missing) })}</span>
  );
}

function Open({ day, questions }: { day: Day; questions: number }) {
  const { t } = useTranslation();
  const words = [
    ...(day.unallocated > 0 ? [t('weekDays.unallocated', { count: day.unallocated })] : []),
    ...(day.untracked > 0 && day.status === 'draft'
      ? [t('weekDays.untracked', { time: formatShort(day.untracked) })]
      : []),
    ...(questions > 0 ? [t('weekDays.questions', { count: questions })] : []),
  ];
  return words.length === 0 ? null : <span className="week-line-asks">{words.join(' · ')}</span>;
}

function BookedWords({ booked }: { booked: readonly Booked[] }) {
  const { t } = useTranslation();
  const state = worstOf(booked.map((one) => one.state));
  const worst = booked.find((one) => one.state === state);
  const done = booked.filter((one) => one.state === 'booked').length;
  return (
    <span className="week-booked">
      {worst && <BookingMark state={state} name={worst.name} size={13} />}
      {t('booked.rowLabel', { done, all: booked.length })}
    </span>
  );
}
