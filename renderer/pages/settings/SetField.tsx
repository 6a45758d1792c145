import { Checkbox } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly value: unknown;
  readonly values: readonly string[];
  readonly words: (value: string) => string;
  readonly onSave: (values: string[]) => void;
}

/** Some of a few values, each with a tick. */
export function SetField({ label, value, values, words, onSave }: Props) {
  const chosen = Array.isArray(value) ? value : [];
  return (
    <div className="setting-set" role="group" aria-label={label}>
      {values.map((one) => (
        <Checkbox
          key={one}
          size="xs"
          label={words(one)}
          checked={chosen.includes(one)}
          onChange={() => onSave(values.filter((other) => (other === one) !== chosen.includes(other)))}
        />
      ))}
    </div>
  );
}
