import { Tooltip } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { openDevSessionsQuery } from '../../client/dev-session-queries.ts';
import { useFormats } from '../../hooks/formats.ts';
import '../../styles/dev-marks.css';
import { useWords } from '../../words/use-words.ts';
import { DevTypeIcon } from '../sessions/DevTypeIcon.tsx';
import { sessionHref, sessionWords } from '../sessions/dev-words.ts';
import { within } from './EvidenceLanes.tsx';
import type { DevLaneLayout, DevSpan } from './dev-lane.ts';
import { HOUR_PX, place } from './timeline-scale.ts';

interface Props {
  readonly lane: DevLaneLayout;
  /** How many narrow lanes stand left of it. */
  readonly index: number;
  /** A time of the day, so that none can be mistaken for another. */
  readonly clock: (at: number) => string;
}

const ICON_PX = 9;

/** The development sessions of the day beside its evidence. Tab goes into the lane, arrows within it, Enter to a session. */
export function DevLane({ lane, index, clock }: Props) {
  const { t } = useWords();
  const formats = useFormats();
  const [stop, setStop] = useState(0);
  // What an open one costs so far is reckoned only for who looks.
  const [isLookedAt, setIsLookedAt] = useState(false);
  const isOpen = lane.spans.some(({ session }) => session.costUsd === null);
  const open = useQuery({ ...openDevSessionsQuery(), refetchInterval: false, enabled: isLookedAt && isOpen });
  const wordsOf = ({ session, worked }: DevSpan): string => {
    const times = session.worked
      .map(({ startedAt, endedAt }, at) => {
        const goesOn = session.status === 'active' && at === worked.length - 1;
        return `${clock(Date.parse(startedAt))}–${goesOn ? '' : clock(Date.parse(endedAt))}`;
      })
      .join(', ');
    const { costUsd, costUnits, unit } = session;
    const price =
      costUsd === null || costUnits === null
        ? (open.data?.find(({ id }) => id === session.id) ?? null)
        : { costUsd, costUnits, unit };
    return sessionWords(session, times, price, t, formats);
  };
  const move = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const spans = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
    spans[Math.min(spans.length - 1, Math.max(0, stop + by))]?.focus();
  };
  return (
    <div
      className="lane-narrow dev-lane"
      style={{ '--lane': index, '--width': lane.width }}
      role="group"
      aria-label={t('devSessions.lane')}
      onKeyDown={move}
      onPointerEnter={() => setIsLookedAt(true)}
      onFocus={() => setIsLookedAt(true)}
    >
      <span className="lane-mark">
        <IconCode size={11} stroke={2.5} aria-hidden="true" />
      </span>
      {lane.spans.map((span, at) => (
        <Tooltip
          key={span.session.id}
          label={wordsOf(span)}
          position="right"
          events={{ hover: true, focus: true, touch: true }}
          multiline
          maw={320}
        >
          <a
            className={`lane-span is-light dev-span dev-type-${span.session.type}`}
            href={sessionHref(span.session.id)}
            tabIndex={at === Math.min(stop, lane.spans.length - 1) ? 0 : -1}
            style={{
              ...place(span),
              '--column': span.column,
              '--columns': Math.max(span.columns, lane.width),
            }}
            aria-label={wordsOf(span)}
            onFocus={() => setStop(at)}
          >
            {span.worked.map((part) => (
              <span key={part.from} className="lane-own" style={within(span, part)} />
            ))}
            {(span.to - span.from) * HOUR_PX >= ICON_PX + 4 && (
              <DevTypeIcon type={span.session.type} size={ICON_PX} />
            )}
          </a>
        </Tooltip>
      ))}
    </div>
  );
}
