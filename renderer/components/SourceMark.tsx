import { useWords } from '../words/use-words.ts';
import type { EntryShape } from '#shared/contract/shapes.ts';

export type Source = EntryShape['source'];

/** One shape per source, so that nobody needs the colour (look: Okabe–Ito family, the same everywhere). */
const SHAPES: Readonly<Record<Source, React.ReactNode>> = {
  git: <path d="M6 0.8 11.2 6 6 11.2 0.8 6Z" />,
  calendar: <rect x="1.4" y="1.4" width="9.2" height="9.2" rx="1" />,
  ide: <circle cx="6" cy="6" r="4.9" />,
  agent: <path d="M6 0.9 11.3 10.6H0.7Z" />,
  timer: <rect x="0.6" y="3.6" width="10.8" height="4.8" rx="1.2" />,
  manual: <path d="M8.6 0.9 11.1 3.4 4.3 10.2 1 11l0.8-3.3Z" />,
};

/** The mark of a source; with a name for screen readers unless `silent`. */
export function SourceMark({
  source,
  size = 12,
  silent = false,
}: {
  source: Source;
  size?: number;
  silent?: boolean;
}) {
  const { t } = useWords();
  const name = t(`source.${source}`);
  return (
    <svg
      className="source-mark"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill={`var(--source-${source})`}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {!silent && <title>{name}</title>}
      {SHAPES[source]}
    </svg>
  );
}
