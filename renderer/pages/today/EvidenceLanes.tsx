import { Tooltip } from '@mantine/core';
import { memo, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { SourceMark } from '../../components/SourceMark.tsx';
import { useFormats } from '../../hooks/formats.ts';
import type { EvidenceLane, LaneBlock } from './evidence-lanes.ts';
import { laneKey } from './links.ts';
import { useIsLit, useLights } from './lit.ts';
import type { Stretch } from './side-by-side.ts';

interface Props {
  readonly lanes: readonly EvidenceLane[];
  readonly zone: string;
  readonly place: (stretch: Stretch) => { top: number; height: number };
  readonly onOpen: (id: string) => void;
}

/** What sources told of the day, a narrow lane each. Tab goes from lane to lane, arrows within one. */
export const EvidenceLanes = memo(function EvidenceLanes({ lanes, zone, place, onOpen }: Props) {
  const { t } = useWords();
  return (
    <div role="group" aria-label={t('timeline.lanes')}>
      {lanes.map((lane, index) => (
        <Lane key={lane.source} lane={lane} index={index} zone={zone} place={place} onOpen={onOpen} />
      ))}
    </div>
  );
});

function Lane({
  lane,
  index,
  zone,
  place,
  onOpen,
}: Omit<Props, 'lanes'> & { lane: EvidenceLane; index: number }) {
  const { t } = useWords();
  const wordsOf = useBlockWords(zone);
  const [stop, setStop] = useState(0);
  const move = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const blocks = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    blocks[Math.min(blocks.length - 1, Math.max(0, stop + by))]?.focus();
  };
  return (
    <div
      className={`lane-narrow source-${lane.source}`}
      style={{ '--lane': index }}
      role="group"
      aria-label={t(`source.${lane.source}`)}
      onKeyDown={move}
    >
      <span className="lane-mark">
        <SourceMark source={lane.source} size={9} silent />
      </span>
      {lane.blocks.map((block, at) => (
        <Span
          key={block.key}
          block={block}
          words={wordsOf(block)}
          place={place}
          isStop={at === Math.min(stop, lane.blocks.length - 1)}
          onFocus={() => setStop(at)}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
}

interface SpanProps extends Pick<Props, 'place' | 'onOpen'> {
  readonly block: EvidenceLane['blocks'][number];
  readonly words: string;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

function Span({ block, words, place, isStop, onFocus, onOpen }: SpanProps) {
  const key = laneKey(block.key);
  const isLit = useIsLit(key);
  const { onFocus: light, ...lights } = useLights(key);
  return (
    <Tooltip
      label={words}
      position="right"
      events={{ hover: true, focus: true, touch: true }}
      multiline
      maw={320}
    >
      <button
        type="button"
        tabIndex={isStop ? 0 : -1}
        className={`lane-span${block.isLight ? ' is-light' : ''}${isLit ? ' is-lit' : ''}`}
        style={{
          ...place(block),
          left: `${(block.column / block.columns) * 100}%`,
          width: `calc(${100 / block.columns}% - ${block.columns > 1 ? 1 : 0}px)`,
        }}
        aria-label={words}
        onFocus={() => {
          onFocus();
          light();
        }}
        onClick={() => block.opens !== null && onOpen(block.opens)}
        {...lights}
      >
        {block.attention?.map((own) => (
          <span key={own.from} className="lane-own" style={within(block, own)} />
        ))}
      </button>
    </Tooltip>
  );
}

/** Where a part of a block stands in it. */
export function within(block: Stretch, part: Stretch) {
  const length = block.to - block.from;
  if (length <= 0) return { top: 0, height: '100%' };
  return {
    top: `${((part.from - block.from) / length) * 100}%`,
    height: `${((part.to - part.from) / length) * 100}%`,
  };
}

/** A block in words: when, what, for what, and how much of it was the person's. */
function useBlockWords(zone: string) {
  const { t } = useWords();
  const formats = useFormats();
  return (block: LaneBlock): string => {
    const own = block.attention?.reduce((sum, { from, to }) => sum + (to - from), 0) ?? null;
    const attention =
      own === null
        ? null
        : own === 0
          ? t('timeline.agentAlone')
          : `${formatShort(Math.round(own * 60))} ${t('timeline.attention')}`;
    const counts = block.isLight && block.attention === null ? t('timeline.notCounted') : null;
    return [
      `${formats.clockRange(block.startedAt, block.endedAt, zone)} ${block.title || t('timeline.busy')}`,
      // Where the title begins with the ticket it is said already.
      block.ticket !== null && !block.title.includes(block.ticket) ? block.ticket : null,
      attention,
      counts,
    ]
      .filter((words) => words !== null)
      .join(' · ');
  };
}
