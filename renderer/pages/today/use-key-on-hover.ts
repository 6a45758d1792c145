import { useEffect, useRef } from 'react';
import { pressedCombo, useKeys } from '../../hooks/shortcuts.ts';

/** The key that splits works where the pointer is, too, while the focus is nowhere in particular. */
export function useKeyOnHover(lane: React.RefObject<HTMLElement | null>, split: () => void) {
  const { bindings, letters } = useKeys();
  const latest = useRef({ bindings, letters, split });
  useEffect(() => {
    latest.current = { bindings, letters, split };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { bindings: keys, letters: isLetters, split: act } = latest.current;
      const combo = pressedCombo(event);
      if (event.defaultPrevented || combo === null || !isLetters || !keys.splitEntry.includes(combo)) return;
      const at = document.activeElement;
      if (at?.matches('input, textarea, select, [contenteditable=true]')) return;
      if (document.querySelector('[role=dialog], [role=menu]')) return;
      // A focused block hears its key itself.
      if (lane.current?.contains(at)) return;
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [lane]);
}
