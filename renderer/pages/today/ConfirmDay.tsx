import { Button, Popover } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Hint } from '../../components/Hint.tsx';
import { useWords } from '../../words/use-words.ts';
import type { DayShape } from '#shared/contract/shapes.ts';
import { client } from '../../client/connect.ts';
import { useChange } from '../../hooks/change.ts';
import { useKeyOf, useShortcuts } from '../../hooks/shortcuts.ts';

/** Confirms the day; with entries that have no ticket only after asking once more, in place (design §2 "Status"). */
export function ConfirmDay({ day, isFuture }: { day: DayShape; isFuture: boolean }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const open = day.entries.filter((entry) => entry.unallocated).length;
  const confirm = useChange(
    (unallocated: boolean) => client.day.confirm({ date: day.date, ...(unallocated ? { unallocated } : {}) }),
    { done: () => setAsking(false) },
  );
  const able = day.entries.length > 0 && !isFuture && !confirm.isPending;
  const press = () => {
    if (!able) return;
    if (open > 0 && !asking) setAsking(true);
    else confirm.mutate(open > 0);
  };
  useShortcuts({ confirmDay: press });
  const key = useKeyOf('confirmDay');
  const sure = asking && open > 0;
  return (
    <Popover
      opened={sure}
      onChange={setAsking}
      position="bottom-end"
      width={280}
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      withRoles={false}
    >
      <Popover.Target>
        <span
          onKeyDown={(event) => {
            if (event.key === 'Escape') setAsking(false);
          }}
        >
          <Hint label={key ?? ''} disabled={sure || key === null}>
            <Button size="sm" leftSection={<IconCheck size={16} />} disabled={!able} onClick={press}>
              {sure ? t('day.confirmOpen', { count: open }) : t('day.confirm')}
            </Button>
          </Hint>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <p className="pop-words" role="status">
          {t('day.confirmHint', { count: open })}
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
