import { useFormats } from '../../hooks/formats.ts';

interface Props {
  readonly label: string;
  readonly value: unknown;
  readonly onSave: (days: number[]) => void;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Days of the week as seven toggles, 1 = Monday. */
export function WeekdaysField({ label, value, onSave }: Props) {
  const formats = useFormats();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <div className="weekdays" role="group" aria-label={label}>
      {WEEK.map((day) => {
        const isOn = chosen.includes(day);
        return (
          <button
            key={day}
            type="button"
            className="weekday"
            aria-pressed={isOn}
            onClick={() => onSave(WEEK.filter((other) => (other === day ? !isOn : chosen.includes(other))))}
          >
            {formats.weekdayNumber(day)}
          </button>
        );
      })}
    </div>
  );
}
