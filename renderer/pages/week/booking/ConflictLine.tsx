import { useTranslation } from 'react-i18next';
import type { Decision, PlanRow } from '#shared/contract/booking-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { BookingMark } from '../../../components/BookingMark.tsx';
import { useFormats } from '../../../hooks/formats.ts';
import { PlanWords } from './PlanLine.tsx';
import type { PlanContext } from './plan-context.ts';
import { outcomeOf } from './plan-context.ts';
import { chooseAll } from './plan-choices.ts';

interface Props {
  readonly row: PlanRow;
  readonly context: PlanContext;
}

/** An entry that is not the same here and there: both sides, and the choice between them. */
export function ConflictLine({ row, context }: Props) {
  const { t } = useTranslation();
  const outcome = outcomeOf(row, context);
  const choice = context.choices.get(row.entryId) ?? null;
  const choose = (next: Decision['choice'] | null) =>
    context.onChoose(chooseAll(context.choices, [row], next));
  const side = (value: 'mine' | 'theirs', name: string, words: string) => (
    <Side
      key={value}
      group={row.entryId}
      value={value}
      name={name}
      words={words}
      side={row[value]}
      other={row[value === 'mine' ? 'theirs' : 'mine']}
      isChosen={choice === value}
      isFixed={context.isFixed}
      onChoose={() => choose(value)}
    />
  );
  const isGone = row.theirs === null;
  return (
    <li className="plan-line">
      <span className="plan-tick">
        {outcome && (
          <BookingMark state={outcome.state} name={context.name} reason={outcome.reason} size={16} />
        )}
      </span>
      <PlanWords
        row={row}
        reason={outcome?.state === 'failed' ? (outcome.reason ?? row.reason) : row.reason}
        isFailed={outcome?.state === 'failed'}
      />
      <span className="plan-side">
        {choice !== null && !context.isFixed && (
          <button type="button" className="link-button" onClick={() => choose(null)}>
            {t('sheet.undecided')}
          </button>
        )}
      </span>
      <div className="sides" role="radiogroup" aria-label={t('sheet.decide')}>
        {side('mine', t('sheet.mine'), isGone ? t('sheet.goneMine') : '')}
        {side('theirs', t('sheet.theirs', { name: context.name }), isGone ? t('sheet.goneTheirs') : '')}
      </div>
    </li>
  );
}

interface SideProps {
  readonly group: string;
  readonly value: 'mine' | 'theirs';
  readonly name: string;
  /** What choosing it does, where that is not clear by itself. */
  readonly words: string;
  readonly side: PlanRow['mine'];
  readonly other: PlanRow['mine'];
  readonly isChosen: boolean;
  readonly isFixed: boolean;
  readonly onChoose: () => void;
}

function Side({ group, value, name, words, side, other, isChosen, isFixed, onChoose }: SideProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const differs = (key: 'minutes' | 'date' | 'note' | 'unit') =>
    side !== null && other !== null && side[key] !== other[key] ? 'side-differs' : undefined;
  return (
    <label className={`side${isChosen ? ' side-chosen' : ''}`}>
      <input
        type="radio"
        name={`side ${group}`}
        value={value}
        checked={isChosen}
        disabled={isFixed}
        onChange={onChoose}
      />
      <span className="side-words">
        <span className="side-name">
          {name}
          {words !== '' && <span className="side-does">{words}</span>}
        </span>
        {side === null ? (
          <span className="side-gone">{t('sheet.gone')}</span>
        ) : (
          <>
            <span className="side-facts num">
              <b className={differs('minutes')}>{formatShort(side.minutes)}</b>
              <span className={differs('date')}>{formats.shortDay(side.date)}</span>
            </span>
            <span className={differs('note')}>{side.note === '' ? t('sheet.noWords') : side.note}</span>
            {differs('unit') && <span className="side-differs">{side.unit}</span>}
          </>
        )}
      </span>
    </label>
  );
}
