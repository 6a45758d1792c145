import { IconAlertTriangle } from '@tabler/icons-react';
import { Prose } from '../../components/Prose.tsx';

/** What to know about how tokens are kept on this machine. */
export function KeepingNote({ words }: { words: string }) {
  return (
    <p className="provider-warning">
      <IconAlertTriangle size={15} aria-hidden />
      <span>
        <Prose words={words} />
      </span>
    </p>
  );
}
