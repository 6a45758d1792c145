import { IconCheck, IconLock, IconPencil } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import type { DayShape } from '#shared/contract/shapes.ts';

const ICONS = { draft: IconPencil, reviewed: IconCheck, submitted: IconLock } as const;

/** Draft, Reviewed, Submitted: told by word and sign, not by colour alone. */
export function StatusChip({ status, small = false }: { status: DayShape['status']; small?: boolean }) {
  const { t } = useWords();
  const Icon = ICONS[status];
  return (
    <span className={`chip chip-${status}${small ? ' chip-small' : ''}`}>
      <Icon size={small ? 12 : 14} stroke={2} aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}
