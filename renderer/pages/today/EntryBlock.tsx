import { IconDots } from '@tabler/icons-react';
import { memo } from 'react';
import { useWords } from '../../words/use-words.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { entryKey } from './links.ts';
import { useIsLit, useLights } from './lit.ts';
import type { EntryBlock as Block } from './timeline-layout.ts';
import { place } from './timeline-scale.ts';

interface Props {
  readonly block: Block;
  readonly times: string;
  readonly isOpen: boolean;
  /** The one that Tab comes to. */
  readonly isStop: boolean;
  /** Nothing of it can be dragged: the day is submitted. */
  readonly isFixed: boolean;
}

const WORDS_FROM_HOURS = 0.28;
const MORE_WORDS_FROM_HOURS = 0.6;

/** A stretch of an entry on the clock. The lane around it hears what is done to it. */
export const EntryBlock = memo(
  function EntryBlock({ block, times, isOpen, isStop, isFixed }: Props) {
    const { t } = useWords();
    const { entry } = block;
    const key = entryKey(entry.id);
    const isLit = useIsLit(key);
    const lights = useLights(key);
    const tall = block.to - block.from;
    const ticket = entry.ticket ?? t('list.unallocated');
    // One of several stretches says its own length; the entry's minutes stand in the list.
    const time = formatShort(
      block.isOnly ? entry.minutes : Math.round((block.span.end - block.span.start) / 60_000),
    );
    const state = `${isOpen ? ' is-open' : ''}${entry.unallocated ? ' is-unallocated' : ''}${isLit ? ' is-lit' : ''}`;
    return (
      <div
        data-block={block.key}
        className={`entry-block source-${entry.source}${state}`}
        style={{
          ...place(block),
          left: `${(block.column / block.columns) * 100}%`,
          width: `calc(${100 / block.columns}% - 2px)`,
        }}
        {...lights}
      >
        <button
          type="button"
          className="entry-block-main"
          tabIndex={isStop ? 0 : -1}
          aria-haspopup="menu"
          // In the order in which it stands there to be seen: people may say what they see.
          aria-label={t('clock.block', { times, ticket, time, what: entry.description })}
        >
          {tall > WORDS_FROM_HOURS && (
            <span className="entry-block-words">
              <b>{ticket}</b> <span className="num">{time}</span>{' '}
              {tall > MORE_WORDS_FROM_HOURS ? <span>{entry.description}</span> : null}
            </span>
          )}
        </button>
        {!isFixed && (
          <>
            <span className="entry-block-edge" data-grip="start" aria-hidden />
            <span className="entry-block-edge" data-grip="end" aria-hidden />
          </>
        )}
        <button
          type="button"
          className="entry-block-more"
          data-more
          tabIndex={-1}
          aria-hidden
          title={t('clock.more')}
        >
          <IconDots size={14} aria-hidden />
        </button>
      </div>
    );
  },
  (a, b) =>
    a.block.entry === b.block.entry &&
    a.block.key === b.block.key &&
    a.block.from === b.block.from &&
    a.block.to === b.block.to &&
    a.block.column === b.block.column &&
    a.block.columns === b.block.columns &&
    a.times === b.times &&
    a.isOpen === b.isOpen &&
    a.isStop === b.isStop &&
    a.isFixed === b.isFixed,
);
