import { useWords } from '../../words/use-words.ts';
import { formatShort } from '#shared/values/minutes.ts';

/** How long an entry is; and where rounding made that of something else, what it was before. */
export function RowMinutes({ minutes, rawMinutes }: { minutes: number; rawMinutes: number }) {
  const { t } = useWords();
  const isRounded = minutes !== rawMinutes;
  const raw = formatShort(rawMinutes);
  return (
    <span className="row-minutes num" title={isRounded ? t('list.raw', { time: raw }) : t('list.exact')}>
      {formatShort(minutes)}
      {isRounded && (
        <span className="row-raw">
          <span aria-hidden>{t('list.rawShort', { time: raw })}</span>
          <span className="sr-only">({t('list.raw', { time: raw })})</span>
        </span>
      )}
    </span>
  );
}
