import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconRefresh } from '@tabler/icons-react';
import { Hint } from '../../components/Hint.tsx';
import { Stepper } from '../../components/Stepper.tsx';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { addDays, dayOf, parseLocalDay } from '#shared/values/local-day.ts';
import { instant } from '#shared/values/instant.ts';
import { client } from '../../client/connect.ts';
import { Total } from '../../components/Total.tsx';
import { StatusChip } from '../../components/StatusChip.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { go } from '../../hooks/route.ts';
import { keyLabel, useShortcuts } from '../../hooks/shortcuts.ts';
import { useUndo } from '../../hooks/undo.ts';
import { ConfirmDay } from './ConfirmDay.tsx';
import { useHostWords } from '../../hooks/host-words.ts';

interface Props {
  readonly view: DayView;
  readonly now: number;
  /** As the address has it: `today` or a date. */
  readonly asked: string;
}

/** Which day, how it stands, and the one thing to press. */
export function DayHead({ view, now, asked }: Props) {
  const { t } = useWords();
  const hostWords = useHostWords();
  const formats = useFormats();
  const { undo, redo } = useUndo();
  const date = parseLocalDay(view.day.date);
  const today = dayOf(instant(now), view.zone);
  const isToday = view.day.date === today;
  const step = (days: number) => {
    if (!date) return;
    const next = addDays(date, days);
    go(next === today ? '/today' : `/today/${next}`);
  };
  const derive = useChange(() => client.day.derive({ date: view.day.date }), {
    // It waits for those outside; nobody's typing waits for it.
    inOrder: false,
    done: () => say(t('day.derived')),
  });
  const isFuture = Date.parse(view.interval.startedAt) > now;
  const canDerive = view.day.status === 'draft' && !isFuture;
  useShortcuts({
    previous: () => step(-1),
    next: () => step(1),
    ...(canDerive ? { deriveDay: () => derive.mutate(undefined) } : {}),
  });
  const relative = isToday
    ? t('day.today')
    : date && addDays(date, 1) === today
      ? t('day.yesterday')
      : date && addDays(date, -1) === today
        ? t('day.tomorrow')
        : null;

  return (
    <header className="day-head">
      <div className="day-head-line">
        <Stepper
          before={{ label: t('day.previousDay'), go: () => step(-1) }}
          after={{ label: t('day.nextDay'), go: () => step(1) }}
        />
        <h1 className="page-title">{formats.longDay(view.day.date)}</h1>
        {relative && <span className="day-relative">{relative}</span>}
        {!isToday && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => go('/today')}>
            {asked === 'today' ? t('day.today') : t('day.goToday')}
          </Button>
        )}
        <div className="topbar-space" />
        <StatusChip status={view.day.status} />
      </div>
      <div className="day-head-line">
        <Total {...view.day.totals} isFinal={view.day.status === 'submitted'} />
        <div className="topbar-space" />
        <Hint
          label={
            view.undo
              ? `${t('day.undoWhat', { what: hostWords(view.undo) })} (${keyLabel('mod+z')})`
              : t('day.nothingToUndo')
          }
        >
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('day.undo')}
            data-disabled={view.undo === null || undefined}
            onClick={() => view.undo !== null && undo()}
          >
            <IconArrowBackUp size={18} />
          </ActionIcon>
        </Hint>
        <Hint
          label={
            view.redo
              ? `${t('day.redoWhat', { what: hostWords(view.redo) })} (${keyLabel('mod+shift+z')})`
              : t('day.nothingToRedo')
          }
        >
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('day.redo')}
            data-disabled={view.redo === null || undefined}
            onClick={() => view.redo !== null && redo()}
          >
            <IconArrowForwardUp size={18} />
          </ActionIcon>
        </Hint>
        {canDerive && (
          <Hint label={t('day.derive')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={t('day.derive')}
              loading={derive.isPending}
              onClick={() => derive.mutate(undefined)}
            >
              <IconRefresh size={18} />
            </ActionIcon>
          </Hint>
        )}
        {view.day.status === 'draft' && <ConfirmDay day={view.day} isFuture={isFuture} />}
      </div>
    </header>
  );
}
