import type { ReactNode } from 'react';
import '../../styles/charts.css';

interface Props {
  /** What the drawing shows, in a sentence: it stands for the drawing where that is not seen. */
  readonly summary: string;
  readonly children: ReactNode;
  readonly legend?: readonly LegendItem[];
}

export interface LegendItem {
  readonly label: string;
  /** The class by which the marks are filled, such as `chart-fill-1`. */
  readonly fill: string;
}

/** A drawing with its legend and, for whoever does not see it, what it shows in words. */
export function ChartFigure({ summary, children, legend = [] }: Props) {
  return (
    <figure className="chart">
      <figcaption className="sr-only">{summary}</figcaption>
      {children}
      {legend.length > 0 && (
        <ul className="chart-legend" aria-hidden>
          {legend.map(({ label, fill }) => (
            <li key={label}>
              <span className={`chart-swatch ${fill}`} />
              {label}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}
