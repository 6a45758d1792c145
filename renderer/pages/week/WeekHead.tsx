import { Button, Popover, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { resolveWeek } from '#shared/values/day-words.ts';
import { addWeeks, parseWeek } from '#shared/values/iso-week.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { Stepper } from '../../components/Stepper.tsx';
import { Total } from '../../components/Total.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { go } from '../../hooks/route.ts';
import { useShortcuts } from '../../hooks/shortcuts.ts';
import { keepTypeAhead } from '../../hooks/type-ahead.ts';

interface Props {
  readonly data: Pick<WeekShape, 'week' | 'from' | 'to' | 'totals'>;
  readonly today: LocalDay;
}

/** Which week it is, the way to others, and how much of its target is there. */
export function WeekHead({ data, today }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const step = (weeks: number) => {
    const week = parseWeek(data.week);
    if (week) go(`/week/${addWeeks(week, weeks)}`);
  };
  const [jumps, setJumps] = useState(false);
  const jump = (opened: boolean) => {
    if (opened) keepTypeAhead();
    setJumps(opened);
  };
  useShortcuts({
    previous: () => step(-1),
    next: () => step(1),
    jumpToWeek: () => jump(true),
  });
  const isThis = data.from <= today && today <= data.to;
  const isFinal = data.totals.target > 0 && data.totals.gap === 0;
  return (
    <header className="day-head">
      <div className="day-head-line">
        <Stepper
          before={{ label: t('week.previousWeek'), go: () => step(-1) }}
          after={{ label: t('week.nextWeek'), go: () => step(1) }}
        />
        <h1 className="page-title">{formats.dayRange(data.from, data.to)}</h1>
        <JumpToWeek week={data.week} today={today} opened={jumps} setOpened={jump} />
        {!isThis && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => go('/week')}>
            {t('week.thisWeek')}
          </Button>
        )}
      </div>
      <div className="day-head-line">
        <Total minutes={data.totals.minutes} target={data.totals.target} isFinal={isFinal} />
      </div>
    </header>
  );
}

interface JumpProps {
  readonly week: string;
  readonly today: LocalDay;
  readonly opened: boolean;
  readonly setOpened: (opened: boolean) => void;
}

/** The number of the week, and a field that takes another: a number, a date, or words such as "last". */
function JumpToWeek({ week, today, opened, setOpened }: JumpProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isBad, setIsBad] = useState(false);
  const number = Number(week.slice(6));
  const jump = (event: React.FormEvent) => {
    event.preventDefault();
    const to = text.trim() === '' ? null : resolveWeek(text, today);
    if (to === null) return setIsBad(true);
    setOpened(false);
    setText('');
    go(`/week/${to}`);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
      position="bottom-start"
      shadow="md"
      width={240}
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t('weekGrid.jump', { number })}
          onClick={() => setOpened(!opened)}
        >
          {t('week.title', { number })}
        </Button>
      </Popover.Target>
      {/* Keys that come while it goes away mean the page again. */}
      <Popover.Dropdown data-closing={opened ? undefined : true}>
        <form onSubmit={jump}>
          <TextInput
            data-autofocus
            size="sm"
            label={t('weekGrid.jumpField')}
            placeholder={t('weekGrid.jumpHint')}
            value={text}
            error={isBad ? t('weekGrid.jumpBad') : undefined}
            autoComplete="off"
            onChange={(event) => {
              setText(event.currentTarget.value);
              setIsBad(false);
            }}
          />
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
