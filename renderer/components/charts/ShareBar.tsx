import { Hatch, HATCHED } from './Hatch.tsx';
import { ChartFigure } from './ChartFigure.tsx';

export interface Share {
  readonly key: string;
  readonly label: string;
  readonly percent: number;
  /** The share in words, with its time. */
  readonly text: string;
  /** Not sorted yet: hatched. */
  readonly isOpen?: boolean;
}

const HEIGHT = 28;

/** What a whole is made of: one bar, and each part by its name under it. */
export function ShareBar({ label, shares }: { label: string; shares: readonly Share[] }) {
  const shown = shares.filter(({ percent }) => percent > 0);
  let at = 0;
  const placed = shown.map((share, index) => {
    const from = at;
    at += share.percent;
    return {
      ...share,
      from,
      fill: share.isOpen === true ? 'chart-fill-none' : `chart-fill-${(index % 5) + 1}`,
    };
  });
  return (
    <ChartFigure summary={`${label}: ${shown.map((one) => `${one.label} ${one.text}`).join(', ')}`}>
      <svg className="share" width="100%" height={HEIGHT} aria-hidden>
        <Hatch />
        {placed.map(({ key, from, percent, fill, isOpen }) => (
          <rect
            key={key}
            className={`chart-piece ${fill}`}
            {...(isOpen === true ? HATCHED : {})}
            x={`${from}%`}
            width={`${percent}%`}
            y={0}
            height={HEIGHT}
            rx={3}
          />
        ))}
      </svg>
      <ul className="share-names" aria-hidden>
        {placed.map(({ key, label: name, text, fill }) => (
          <li key={key}>
            <span className={`chart-swatch ${fill}`} />
            <span>{name}</span>
            <span className="num">{text}</span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
