import { useTranslation } from 'react-i18next';
import { formatShort } from '#shared/values/minutes.ts';
import '../../styles/charts.css';
import type { Bar, LaidBar } from './bar-list.ts';
import { layBars } from './bar-list.ts';

interface Props {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** More than so many are left out, and what they come to is said. */
  readonly most?: number;
  /** How a sum is written; default: as time. */
  readonly textOf?: (value: number) => string;
}

/** Bars below each other, each with its name and its value in words: it reads as a list. */
export function BarList({ label, bars, most = 12, textOf = formatShort }: Props) {
  const { t } = useTranslation();
  const { bars: laid, rest } = layBars(bars, most);
  return (
    <ul className="bars" aria-label={label}>
      {laid.map((bar) => (
        <BarRow key={bar.key} bar={bar} />
      ))}
      {rest !== null && (
        <li className="bars-rest">
          <span>{t('charts.more', { count: rest.count })}</span>
          <span className="num">{textOf(rest.value)}</span>
        </li>
      )}
    </ul>
  );
}

function BarRow({ bar: { label, detail, text, ofText, share, mark, state = 'fine' } }: { bar: LaidBar }) {
  const { t } = useTranslation();
  return (
    <li className={`bars-row bars-${state}`}>
      <span className="bars-words">
        <b>{label}</b>
        {detail && <span className="bars-detail">{detail}</span>}
      </span>
      <span className="bars-value num">
        {text}
        {ofText && <span className="bars-of"> {t('charts.of', { of: ofText })}</span>}
      </span>
      <span className="bars-track" aria-hidden>
        <span className="bars-bar" style={{ width: `${share * 100}%` }} />
        {mark !== null && <span className="bars-mark" style={{ left: `${mark * 100}%` }} />}
      </span>
    </li>
  );
}
