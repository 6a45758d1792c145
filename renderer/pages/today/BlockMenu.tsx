import { Popover } from '@mantine/core';
import { keyLabel, pressedCombo } from '../../hooks/shortcuts.ts';

export interface MenuItem {
  readonly label: string;
  /** Its key while the block has the focus, as it is written on this machine. */
  readonly key?: string | null;
  readonly isDanger?: boolean;
  /** Why it cannot be done now; left out: it can. */
  readonly isOff?: boolean;
  readonly act: () => void;
}

interface Props {
  /** Where it opens, in pixels of the lane. */
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Closed, after a choice or without one; `isDone` false: the focus goes back to where it was. */
  readonly onClose: (isDone: boolean) => void;
}

/** As soon as it stands, for the next key is meant for it. */
const focusFirst = (list: HTMLElement | null): void =>
  list?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });

/** A small menu at a point of the clock: arrows, Enter, Escape, and the keys that stand in it. */
export function BlockMenu({ x, y, label, items, onClose }: Props) {
  const choose = ({ isOff, act }: MenuItem): void => {
    if (isOff) return;
    onClose(true);
    act();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const go = (index: number) => buttons[(index + buttons.length) % buttons.length]?.focus();
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose(false);
    else {
      const combo = pressedCombo(event);
      const meant = items.find(({ key }) => combo !== null && combo !== 'Enter' && key === keyLabel(combo));
      if (meant === undefined) return;
      choose(meant);
    }
    event.preventDefault();
  };
  return (
    <Popover
      opened
      onDismiss={() => onClose(false)}
      position="bottom-start"
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      withRoles={false}
      closeOnEscape={false}
    >
      <Popover.Target>
        <span className="clock-anchor" style={{ left: x, top: y }} aria-hidden />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <div ref={focusFirst} role="menu" aria-label={label} className="block-menu" onKeyDown={onKeyDown}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={`block-menu-item${item.isDanger ? ' danger' : ''}`}
              aria-disabled={item.isOff}
              onClick={() => choose(item)}
            >
              <span>{item.label}</span>
              {item.key !== null && item.key !== undefined && <kbd>{item.key}</kbd>}
            </button>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
