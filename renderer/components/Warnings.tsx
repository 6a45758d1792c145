import { IconAlertTriangle } from '@tabler/icons-react';
import { Prose } from './Prose.tsx';

/** What the host wants known about what is shown, one sentence a line; nothing where there is none. */
export function Warnings({
  label,
  words,
  className = '',
}: {
  label: string;
  words: readonly string[];
  className?: string;
}) {
  if (words.length === 0) return null;
  return (
    <ul className={`notes ${className}`.trim()} aria-label={label}>
      {words.map((warning) => (
        <li key={warning}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>
            <Prose words={warning} />
          </span>
        </li>
      ))}
    </ul>
  );
}
