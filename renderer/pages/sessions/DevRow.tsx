import { Button, Skeleton } from '@mantine/core';
import { IconCheck, IconChevronRight, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { devReportQuery } from '../../client/dev-session-queries.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { DevFigures } from './DevFigures.tsx';
import { TypeTag } from './DevTypeIcon.tsx';
import { priceWords } from './dev-words.ts';

/** A session of the history: one line, and all of it on request. */
export function DevRow({
  session,
  zone,
  isFirstOpen = false,
}: {
  session: DevSessionShape;
  zone: string;
  /** All of it is shown at once. */
  isFirstOpen?: boolean;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(isFirstOpen);
  const id = useId();
  const price = priceWords(session, formats);
  return (
    <li className={`dev-row dev-row-${session.status} dev-type-${session.type}`}>
      <button
        type="button"
        className="dev-line"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <IconChevronRight className="dev-chevron" size={16} aria-hidden="true" />
        <span className="session-clock num">
          {session.endedAt === null
            ? `${formats.clock(session.startedAt, zone)}–`
            : formats.clockRange(session.startedAt, session.endedAt, zone)}
        </span>
        <span className="dev-line-title">
          {session.ticket !== null && <b className="dev-ticket">{session.ticket}</b>} {session.title}
        </span>
        <TypeTag type={session.type} />
        {session.status !== 'completed' && (
          <span className="tag">{t(`devSessions.status.${session.status}`)}</span>
        )}
        <span className="dev-price num" title={price.units ?? undefined}>
          {session.costUsd > 0 ? price.usd : ''}
        </span>
        <span className="row-minutes num">{formatShort(session.durationMinutes)}</span>
      </button>
      {isOpen && (
        <div className="dev-detail" id={id}>
          {session.summary !== null && <p>{session.summary}</p>}
          {session.gitProblem !== null && <p className="dev-note">{session.gitProblem}</p>}
          {/* Those of an open one stand on its card, and grow there. */}
          {session.endedAt !== null && <DevFigures session={session} />}
          {session.linkedTasks.length > 0 && (
            <ul className="dev-tickets" aria-label={t('devSessions.tickets')}>
              {session.linkedTasks.map(({ ticket, title, relationship }) => (
                <li key={ticket} className="tag" title={title ?? undefined}>
                  {ticket} · {t(`devSessions.relationship.${relationship}`)}
                </li>
              ))}
            </ul>
          )}
          <Report id={session.id} />
        </div>
      )}
    </li>
  );
}

/** The report as it was kept: Markdown, to be read and copied. */
function Report({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(devReportQuery(id));
  const [isCopied, setIsCopied] = useState(false);
  if (error) return <ProblemNote error={error} />;
  if (!data) return <Skeleton height={120} />;
  return (
    <>
      <pre className="dev-report" tabIndex={0} aria-label={t('devSessions.report')}>
        {data.markdown}
      </pre>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={isCopied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        onClick={() => void navigator.clipboard.writeText(data.markdown).then(() => setIsCopied(true))}
      >
        {t('devSessions.copyReport')}
      </Button>
    </>
  );
}
