import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instant } from '#shared/values/instant.ts';
import { dayOf } from '#shared/values/local-day.ts';
import type { DevSessionWish } from '../../client/dev-session-queries.ts';
import { devSessionsQuery } from '../../client/dev-session-queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Prose } from '../../components/Prose.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { DevRow } from './DevRow.tsx';
import { DEV_STATUSES, DEV_TYPES } from './dev-words.ts';
import { useZone } from './use-zone.ts';

const ANY = { search: '', type: '', status: '' } as const;

/** All sessions, or those of a ticket, newest first under their days, narrowed by words, kind and state. */
export function DevHistory({ hasOpen, ticket }: { hasOpen: boolean; ticket: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const zone = useZone();
  const [wish, setWish] = useState<Omit<DevSessionWish, 'ticket'>>(ANY);
  const search = useDeferredValue(wish.search.trim());
  const found = useInfiniteQuery(devSessionsQuery({ ...wish, search, ticket }));
  const sessions = found.data?.pages.flatMap((page) => page.sessions) ?? [];
  const isNarrowed = wish.search !== '' || wish.type !== '' || wish.status !== '' || ticket !== '';
  if (found.data !== undefined && sessions.length === 0 && !isNarrowed)
    return hasOpen ? null : (
      <EmptyState title={t('devSessions.emptyTitle')}>
        <p>
          <Prose words={t('devSessions.empty')} />
        </p>
      </EmptyState>
    );
  const byDay = Map.groupBy(sessions, (one) => dayOf(instant(Date.parse(one.startedAt)), zone));
  return (
    <section aria-labelledby="dev-history">
      <div className="dev-history-head">
        <h2 className="caption list-caption" id="dev-history">
          {t('devSessions.history')}
        </h2>
        {ticket !== '' && (
          <a
            className="dev-only"
            href="#/sessions/development"
            aria-label={`${t('devSessions.ofTicket', { ticket })}. ${t('devSessions.notOfTicket')}`}
          >
            {t('devSessions.ofTicket', { ticket })}
            <IconX size={14} aria-hidden="true" />
          </a>
        )}
        <TextInput
          size="xs"
          aria-label={t('devSessions.search')}
          placeholder={t('devSessions.search')}
          value={wish.search}
          maxLength={200}
          onChange={(event) => setWish({ ...wish, search: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          aria-label={t('devSessions.allTypes')}
          value={wish.type}
          data={[
            { value: '', label: t('devSessions.allTypes') },
            ...DEV_TYPES.map((value) => ({ value, label: t(`devSessions.type.${value}`) })),
          ]}
          onChange={(event) =>
            setWish({ ...wish, type: event.currentTarget.value as DevSessionWish['type'] })
          }
        />
        <NativeSelect
          size="xs"
          aria-label={t('devSessions.allStatus')}
          value={wish.status}
          data={[
            { value: '', label: t('devSessions.allStatus') },
            ...DEV_STATUSES.map((value) => ({ value, label: t(`devSessions.status.${value}`) })),
          ]}
          onChange={(event) =>
            setWish({ ...wish, status: event.currentTarget.value as DevSessionWish['status'] })
          }
        />
      </div>
      {found.error && <ProblemNote error={found.error} />}
      {found.data !== undefined && sessions.length === 0 && (
        <p className="dev-note" role="status">
          {t('devSessions.nothing')}
        </p>
      )}
      {[...byDay].map(([day, ofDay]) => (
        <section key={day}>
          <h3 className="caption list-caption dev-day">
            <a className="quiet-link" href={`#/today/${day}`}>
              {formats.longDay(day)}
            </a>
          </h3>
          <ul className="rows surface">
            {ofDay.map((session) => (
              <DevRow key={session.id} session={session} zone={zone} />
            ))}
          </ul>
        </section>
      ))}
      {found.hasNextPage && (
        <Button
          className="dev-more"
          variant="default"
          size="compact-sm"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('devSessions.more')}
        </Button>
      )}
    </section>
  );
}
