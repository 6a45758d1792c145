import { useWords } from '../words/use-words.ts';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';

interface Props {
  readonly minutes: number;
  readonly target: number;
  readonly untracked?: number;
  /** Submitted: what is missing is no longer asked for. */
  readonly isFinal?: boolean;
}

/** When it was painted is kept by the browser (Element Timing): what a person waits for when the window opens. */
const PAINTED = { elementtiming: 'total' };

/** The one number that matters, against what the day or week should have. */
export function Total({ minutes, target, untracked = 0, isFinal = false }: Props) {
  const { t } = useWords();
  const rest = target - minutes;
  const words =
    target === 0 || isFinal
      ? null
      : rest > 0
        ? t('day.left', { time: formatShort(rest) })
        : rest < 0
          ? t('day.over', { time: formatShort(-rest) })
          : t('day.complete');
  return (
    <div className="total">
      <span className="total-number num" {...PAINTED}>
        {formatTimesheet(minutes)}
      </span>
      <div className="total-side">
        <div className="total-words num">
          <span>{target === 0 ? t('day.noTarget') : t('day.of', { target: formatShort(target) })}</span>
          {words && <span className="total-rest">{words}</span>}
          {untracked > 0 && !isFinal && (
            <span className="total-untracked">{t('day.untracked', { time: formatShort(untracked) })}</span>
          )}
        </div>
        {target > 0 && (
          <div
            className={`bar${rest <= 0 ? ' bar-full' : ''}`}
            role="progressbar"
            aria-valuemin={0}
            aria-valuemax={target}
            aria-valuenow={Math.min(Math.max(minutes, 0), target)}
            aria-label={t('day.progress', {
              done: formatTimesheet(minutes),
              target: formatTimesheet(target),
            })}
          >
            <span style={{ width: `${Math.min(100, Math.max(0, (minutes / target) * 100))}%` }} />
          </div>
        )}
      </div>
    </div>
  );
}
