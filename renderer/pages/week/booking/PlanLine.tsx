import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Decision, PlanRow } from '#shared/contract/booking-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { BookingMark } from '../../../components/BookingMark.tsx';
import { Prose } from '../../../components/Prose.tsx';
import { useFormats } from '../../../hooks/formats.ts';
import { go } from '../../../hooks/route.ts';
import type { PlanContext } from './plan-context.ts';
import { outcomeOf } from './plan-context.ts';
import { chooseAll, isTaken } from './plan-choices.ts';

interface Props {
  readonly row: PlanRow;
  readonly context: PlanContext;
}

/** One entry of the plan: whether it is taken, what it is, where it goes, why. */
export function PlanLine({ row, context }: Props) {
  const { t } = useTranslation();
  const outcome = outcomeOf(row, context);
  const reason = outcome?.state === 'failed' ? (outcome.reason ?? row.reason) : row.reason;
  const choose = (choice: Decision['choice'] | null) =>
    context.onChoose(chooseAll(context.choices, [row], choice));
  const isDelete = row.action === 'delete';
  const taken = isTaken(row, context.choices);
  const canTake = row.action !== 'blocked' && row.action !== 'skip';
  const toggle = () => {
    if (isDelete) choose(taken ? null : 'delete');
    else choose(taken ? 'leave' : null);
  };
  return (
    <li className={`plan-line${canTake && !isDelete && !taken && !context.isFixed ? ' plan-line-left' : ''}`}>
      <span className="plan-tick">
        {outcome ? (
          <BookingMark
            state={outcome.state}
            name={context.name}
            reason={outcome.reason}
            size={16}
            {...(isDelete && outcome.state === 'booked' ? { words: t('sheet.deletedThere') } : {})}
          />
        ) : (
          canTake && (
            <Checkbox
              size="xs"
              checked={taken}
              disabled={context.isFixed}
              aria-label={
                isDelete
                  ? `${t('sheet.deleteThere')}: ${whatOf(row)}`
                  : t('sheet.take', { what: whatOf(row) })
              }
              onChange={toggle}
            />
          )
        )}
      </span>
      <PlanWords
        row={row}
        reason={row.action === 'skip' ? null : reason}
        isFailed={outcome?.state === 'failed'}
      />
      <span className="plan-side">
        <PlanTime row={row} />
        {row.action === 'adopt' && !context.isFixed && (
          <Checkbox
            size="xs"
            label={t('sheet.createAnyway')}
            checked={context.choices.get(row.entryId) === 'create'}
            onChange={(event) => choose(event.currentTarget.checked ? 'create' : null)}
          />
        )}
        {row.action === 'blocked' && row.unit === null && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              context.onLeave();
              go(`/connections/${context.plan.provider}`);
            }}
          >
            {t('sheet.mapIt')}
          </Button>
        )}
      </span>
    </li>
  );
}

const whatOf = (row: PlanRow) => [row.date, row.ticket, row.description].filter(Boolean).join(' ');

/** What is written there, where somebody must judge whether it is the same work, or see that it is changed. */
function noteThere({ action, mine, theirs }: PlanRow): string | null {
  if (theirs === null || (action !== 'adopt' && action !== 'update')) return null;
  return action === 'adopt' || theirs.note !== mine?.note ? theirs.note : null;
}

interface WordsProps {
  readonly row: PlanRow;
  readonly reason: string | null;
  readonly isFailed: boolean;
}

/** Day, ticket and what; below it the unit, and why it stands in this group. */
export function PlanWords({ row, reason, isFailed }: WordsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const there = noteThere(row);
  return (
    <>
      <span className="plan-day num">{formats.shortDay(row.date)}</span>
      <span className="plan-words">
        <span className="plan-what" title={row.description}>
          {row.ticket && <b>{row.ticket}</b>} {row.description || t('sheet.noWords')}
        </span>
        <span className="plan-unit" title={row.unitLabel ?? undefined}>
          {row.unitLabel ?? row.unit ?? t('sheet.noUnit')}
        </span>
        {there !== null && there !== '' && (
          <span className="plan-there">{t('sheet.there', { note: there })}</span>
        )}
        {reason !== null && reason !== '' && (
          <span className={`plan-reason${isFailed ? ' plan-failed' : ''}`}>
            <Prose words={reason} />
          </span>
        )}
      </span>
    </>
  );
}

/** The minutes; of a change both. */
function PlanTime({ row }: { row: PlanRow }) {
  const { t } = useTranslation();
  const from = row.action === 'update' ? row.theirs : null;
  return (
    <span className="plan-minutes num">
      {from && from.minutes !== row.minutes
        ? t('sheet.changes', { from: formatShort(from.minutes), to: formatShort(row.minutes) })
        : formatShort(row.minutes)}
    </span>
  );
}
