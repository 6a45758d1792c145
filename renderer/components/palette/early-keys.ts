/**
 * What is typed between the key that opens the palette and its field: the dialog takes a frame or two to stand, and a
 * quick hand does not wait for it. Without this the letters would go to the page as shortcuts.
 */
let typed = '';

/** What was typed so far; it is asked for once. */
export function takeEarly(): string {
  const taken = typed;
  typed = '';
  return taken;
}

/** Keeps what is typed until a field has the focus. @returns how to stop. */
export function keepEarly(): () => void {
  typed = '';
  const onKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.closest('[role=dialog]') !== null) return;
    if (event.ctrlKey || event.metaKey || event.altKey || [...event.key].length !== 1) return;
    event.preventDefault();
    event.stopPropagation();
    typed += event.key;
  };
  window.addEventListener('keydown', onKey, { capture: true });
  return () => window.removeEventListener('keydown', onKey, { capture: true });
}
