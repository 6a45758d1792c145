import { memo } from 'react';
import { useWords } from '../../words/use-words.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import type { TimelineLayout } from './timeline-layout.ts';
import { place } from './timeline-scale.ts';

const WORDS_FROM_HOURS = 0.3;

/** Time that nothing explains, hatched, and what of it was settled. A press on one says what it was. */
export const ClockGaps = memo(function ClockGaps({
  gaps,
  settled,
  zone,
}: Pick<TimelineLayout, 'gaps' | 'settled'> & { zone: string }) {
  const { t } = useWords();
  const formats = useFormats();
  return (
    <>
      {settled.map(({ gap, ...stretch }) => (
        <div
          key={gap.id}
          className="settled-block"
          style={place(stretch)}
          title={`${t(`gap.${gap.verdict}`)} · ${formats.clockRange(gap.startedAt, gap.endedAt, zone)}`}
        >
          {stretch.to - stretch.from > WORDS_FROM_HOURS && (
            <span className="num">
              {t(`gap.${gap.verdict}`)} {formatShort(gap.minutes)}
            </span>
          )}
        </div>
      ))}
      {gaps.map(({ gap, ...stretch }) => (
        <div
          key={gap.startedAt}
          className="gap-block"
          data-gap={gap.startedAt}
          style={place(stretch)}
          title={`${t('timeline.gap', { time: formatShort(gap.minutes) })} · ${formats.clockRange(gap.startedAt, gap.endedAt, zone)}`}
        >
          {stretch.to - stretch.from > WORDS_FROM_HOURS && (
            <span className="num">{t('timeline.gap', { time: formatShort(gap.minutes) })}</span>
          )}
        </div>
      ))}
    </>
  );
});
