import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Where the focus goes after what was typed is written. */
export type Way = 'down' | 'up' | 'right' | 'left' | 'stay' | null;

interface Props {
  /** What it begins with; typed over when it is selected. */
  readonly text: string;
  readonly selected: boolean;
  /** What is wrong with it already. */
  readonly problem: string | null;
  readonly label: string;
  readonly id: string;
  /** Has it written and goes on; gives what is wrong with it, or null. */
  readonly onSave: (text: string, way: Way) => string | null;
  /** Leaves the cell as it was. */
  readonly onCancel: (way: Way) => void;
  readonly onEntries: () => void;
}

/** The field in a cell: Enter writes and goes down, Tab goes right, Escape leaves it as it was. */
export function CellField(props: Props) {
  const { text: first, selected, label, id, onSave, onCancel, onEntries } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(first);
  const [problem, setProblem] = useState(props.problem);
  // Written or left already: going away from the field is then no second answer.
  const settled = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    if (selected) field.current?.select();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it appears
  }, []);

  const save = (way: Way) => {
    if (settled.current) return;
    settled.current = true;
    // A letter that opened the field was typed on purpose.
    if (text.trim() === '' || (text === first && selected)) return onCancel(way);
    const wrong = onSave(text, way);
    if (wrong === null) return;
    settled.current = false;
    setProblem(wrong);
    field.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      save(event.shiftKey ? 'up' : 'down');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      save(event.shiftKey ? 'left' : 'right');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      settled.current = true;
      onCancel('stay');
    } else if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      settled.current = true;
      onEntries();
    }
  };
  return (
    <span className="cell-field">
      <input
        ref={field}
        className="num"
        value={text}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        autoComplete="off"
        spellCheck={false}
        maxLength={12}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => save(null)}
      />
      <button
        type="button"
        className="cell-more"
        tabIndex={-1}
        aria-label={t('weekGrid.entries')}
        title={t('weekGrid.entries')}
        // Pressing it must not count as going away from the field.
        onPointerDown={(event) => {
          event.preventDefault();
          settled.current = true;
          onEntries();
        }}
      >
        ⋯
      </button>
      {problem !== null && (
        <span id={`${id}-problem`} className="cell-problem" role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
