import { useTranslation } from 'react-i18next';
import type { UnitShape } from '#shared/contract/booking-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';

/** A unit in the list: the narrowest name, below it the wider ones; what is left of it, or why it is closed. */
export function UnitOption({ unit }: { unit: UnitShape }) {
  const { t } = useTranslation();
  const [first = unit.label, ...wider] = unit.names;
  return (
    <span className="unit-option">
      <span className="unit-option-words">
        <b>{first}</b>
        {wider.length > 0 && <small>{wider.join(' · ')}</small>}
      </span>
      {unit.closed !== null ? (
        <span className="unit-closed">{unit.closed}</span>
      ) : (
        unit.left !== null && (
          <span className={`unit-left num${unit.left <= 0 ? ' unit-over' : ''}`}>
            {unit.left < 0
              ? t('mapping.over', { time: formatShort(-unit.left) })
              : t('mapping.left', { time: formatShort(unit.left) })}
          </span>
        )
      )}
    </span>
  );
}
