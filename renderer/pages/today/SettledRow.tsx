import { memo } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';

interface Props {
  readonly gap: DayView['settledGaps'][number];
  readonly zone: string;
  readonly isFixed: boolean;
}

/** A gap that was settled: there, but quietly; it may be asked about again. */
export const SettledRow = memo(function SettledRow({ gap, zone, isFixed }: Props) {
  const { t } = useWords();
  const formats = useFormats();
  const times = formats.clockRange(gap.startedAt, gap.endedAt, zone);
  const reopen = useChange(() => client.gap.reopen({ id: gap.id }), {
    done: () => say(t('gap.reopened', { times })),
  });
  return (
    <li className={`row row-gap row-settled${reopen.isPending ? ' row-leaving' : ''}`}>
      <div className="row-line">
        <span className="settled-mark" aria-hidden />
        <span className="row-main row-main-wide">
          <span className="row-words row-words-line">
            <span>
              {t(`gap.${gap.verdict}`)} <span className="num">{formatShort(gap.minutes)}</span>
            </span>
            <span className="row-why num">{times}</span>
          </span>
        </span>
        {!isFixed && (
          <span className="row-actions">
            <button
              type="button"
              className="row-action"
              data-row={gap.id}
              onClick={() => {
                if (!reopen.isPending) reopen.mutate(undefined);
              }}
            >
              {t('gap.reopen')}
            </button>
          </span>
        )}
      </div>
    </li>
  );
});
