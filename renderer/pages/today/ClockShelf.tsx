import { useWords } from '../../words/use-words.ts';
import type { EntryShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { entryKey } from './links.ts';
import { useIsLit, useLights } from './lit.ts';
import type { Held } from './use-clock-drag.ts';

interface Props {
  readonly entries: readonly EntryShape[];
  readonly onOpen: (id: string) => void;
  readonly hold: React.RefObject<((press: React.PointerEvent, held: Held) => void) | null>;
}

/** Entries that have no time of day: under the clock, and to be dragged onto it. */
export function ClockShelf({ entries, onOpen, hold }: Props) {
  const { t } = useWords();
  if (entries.length === 0) return null;
  return (
    <div className="clock-shelf" role="group" aria-label={t('clock.shelf')} title={t('clock.shelfHint')}>
      <span className="caption">{t('clock.shelf')}</span>
      {entries.map((entry) => (
        <ShelfEntry key={entry.id} entry={entry} onOpen={onOpen} hold={hold} />
      ))}
    </div>
  );
}

function ShelfEntry({ entry, onOpen, hold }: Omit<Props, 'entries'> & { entry: EntryShape }) {
  const { t } = useWords();
  const isLit = useIsLit(entryKey(entry.id));
  const lights = useLights(entryKey(entry.id));
  return (
    <button
      type="button"
      className={`shelf-entry source-${entry.source}${isLit ? ' is-lit' : ''}`}
      title={entry.description}
      onClick={() => onOpen(entry.id)}
      onPointerDown={(event) =>
        hold.current?.(event, { kind: 'placed', id: entry.id, length: entry.minutes * 60_000 })
      }
      {...lights}
    >
      <b>{entry.ticket ?? t('list.unallocated')}</b> <span className="num">{formatShort(entry.minutes)}</span>
    </button>
  );
}
