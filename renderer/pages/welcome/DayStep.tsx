import { Button } from '@mantine/core';
import { IconCalendarEvent, IconCode, IconPlugConnected, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import { dayQuery } from '../../client/queries.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { SourceMark } from '../../components/SourceMark.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { useHostWords } from '../../hooks/host-words.ts';

interface Props {
  /** Null: nothing was proposed, or the window was started again: then today is shown. */
  readonly day: string | null;
  readonly onBack: () => void;
  readonly onDone: (to: string) => void;
}

/** The first proposed day with its reasons, and what else there is, for those who like. */
export function DayStep({ day, onBack, onDone }: Props) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const formats = useFormats();
  const { data: view, error, refetch, isPlaceholderData } = useQuery(dayQuery(day ?? 'today'));
  const isThere = view !== undefined && !isPlaceholderData;
  const to = isThere ? `/today/${view.day.date}` : '/today';
  return (
    <form
      className="steps-body"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(to);
      }}
    >
      <p className="steps-lead">
        {isThere && view.day.entries.length === 0 ? t('steps.dayNone') : t('steps.dayLead')}
      </p>
      {error !== null && <ProblemNote error={error} retry={() => void refetch()} />}
      {isThere && view.day.entries.length > 0 && (
        <section className="steps-day surface" aria-label={formats.longDay(view.day.date)}>
          <header>
            <b>{formats.longDay(view.day.date)}</b>
            <span className="steps-day-sum num">{formatTimesheet(view.day.totals.minutes)}</span>
          </header>
          <ul>
            {view.day.entries.map((entry) => (
              <li key={entry.id}>
                <SourceMark source={entry.source} />
                <b>{entry.ticket ?? t('steps.noTicket')}</b>
                <span className="steps-day-words">
                  <span>{entry.description}</span>
                  <span className="steps-small">{hostWords(view.details[entry.id]?.why ?? '')}</span>
                </span>
                <b className="num">{formatShort(entry.minutes)}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer className="steps-foot">
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('steps.back')}
        </Button>
        <span className="steps-foot-more" />
        <Button type="submit">{t('steps.openDay')}</Button>
      </footer>
      <More />
    </form>
  );
}

const CARDS = [
  { name: 'calendar', to: '#/sources', Icon: IconCalendarEvent },
  { name: 'provider', to: '#/connections', Icon: IconPlugConnected },
  { name: 'editors', to: '#/sources', Icon: IconCode },
] as const;

const KEY = 'stint.firstSteps.left';

/** What may follow, each to be done or left. */
function More() {
  const { t } = useTranslation();
  const [left, setLeft] = useState(() => (localStorage.getItem(KEY) ?? '').split(' '));
  const cards = CARDS.filter(({ name }) => !left.includes(name));
  if (cards.length === 0) return null;
  return (
    <section className="steps-more" aria-labelledby="steps-more">
      <h2 id="steps-more" className="steps-sub">
        {t('steps.more')}
      </h2>
      <p className="hint">{t('steps.moreLead')}</p>
      <ul>
        {cards.map(({ name, to, Icon }) => (
          <li key={name} className="surface">
            <Icon size={18} stroke={1.75} aria-hidden />
            <span>
              <b>{t(`steps.${name}Title`)}</b>
              <span className="steps-small">{t(`steps.${name}`)}</span>
            </span>
            <a
              className="link-button"
              href={to}
              aria-label={`${t('steps.open')}: ${t(`steps.${name}Title`)}`}
            >
              {t('steps.open')}
            </a>
            <button
              type="button"
              className="steps-leave"
              title={t('steps.skip')}
              aria-label={`${t('steps.skip')}: ${t(`steps.${name}Title`)}`}
              onClick={() => {
                const next = [...left, name];
                localStorage.setItem(KEY, next.join(' '));
                setLeft(next);
              }}
            >
              <IconX size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
