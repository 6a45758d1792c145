import { Button } from '@mantine/core';
import {
  IconArrowsDiff,
  IconBan,
  IconCheck,
  IconCircleCheck,
  IconCirclePlus,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '#shared/contract/booking-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { ConflictLine } from './ConflictLine.tsx';
import { PlanLine } from './PlanLine.tsx';
import type { PlanContext } from './plan-context.ts';
import { chooseAll, isTaken } from './plan-choices.ts';

const MARKS = {
  conflict: IconArrowsDiff,
  blocked: IconBan,
  delete: IconTrash,
  adopt: IconCircleCheck,
  create: IconCirclePlus,
  update: IconPencil,
  skip: IconCheck,
} as const;

interface Props {
  readonly action: PlanRow['action'];
  readonly rows: readonly PlanRow[];
  readonly context: PlanContext;
}

/** All rows that the same would be done about. */
export function PlanGroup({ action, rows, context }: Props) {
  const { t } = useTranslation();
  // Where there is nothing to do there is nothing to read, unless somebody wants to.
  const [isShown, setIsShown] = useState(action !== 'skip');
  const Mark = MARKS[action];
  const Line = action === 'conflict' ? ConflictLine : PlanLine;
  const hint = t(`sheet.hint.${action}`);
  return (
    <section className={`plan-group plan-${action}`} aria-label={t(`sheet.group.${action}`)}>
      <header className="plan-group-head">
        <Mark size={16} aria-hidden />
        <h3>{t(`sheet.group.${action}`)}</h3>
        <span className="tag num">{rows.length}</span>
        <span className="plan-group-sum num">
          {formatShort(rows.reduce((sum, row) => sum + row.minutes, 0))}
        </span>
        <span className="topbar-space" />
        {rows.length > 1 && !context.isFixed && <ForAll action={action} rows={rows} context={context} />}
        {action === 'skip' && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-expanded={isShown}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? t('sheet.hide') : t('sheet.show', { count: rows.length })}
          </Button>
        )}
      </header>
      {hint !== '' && isShown && <p className="hint plan-hint">{hint}</p>}
      {isShown && (
        <ul className="rows plan-rows">
          {rows.map((row) => (
            <Line key={row.entryId} row={row} context={context} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One word for many rows. */
function ForAll({ action, rows, context }: Props) {
  const { t } = useTranslation();
  const { choices, onChoose } = context;
  const button = (words: string, choice: 'mine' | 'theirs' | 'delete' | null) => (
    <Button
      key={words}
      size="compact-xs"
      variant="subtle"
      color="gray"
      onClick={() => onChoose(chooseAll(choices, rows, choice))}
    >
      {words}
    </Button>
  );
  if (action === 'conflict')
    return (
      <>
        {button(t('sheet.useMine'), 'mine')}
        {button(t('sheet.useTheirs'), 'theirs')}
      </>
    );
  if (action === 'delete' && rows.some((row) => !isTaken(row, choices)))
    return button(t('sheet.deleteAll'), 'delete');
  return null;
}
