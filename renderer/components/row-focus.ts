const ROWS = '[data-row]';

/** Moves the focus to the next or previous row of a list; the first one when none has it. */
export function moveFocus(list: HTMLElement, by: 1 | -1): void {
  const rows = [...list.querySelectorAll<HTMLElement>(ROWS)];
  const inside = document.activeElement?.closest('li')?.querySelector<HTMLElement>(ROWS);
  const at = inside ? rows.indexOf(inside) : -1;
  const next = at < 0 ? (by === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[next]?.focus();
}

/** Focuses the row of an entry unless the focus is in it already. */
export function focusRow(list: HTMLElement, id: string): void {
  const row = list.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  if (!row) return;
  const item = row.closest('li');
  item?.scrollIntoView({ block: 'nearest' });
  if (!item?.contains(document.activeElement)) row.focus({ preventScroll: true });
}

/** After a row goes away, its neighbour takes the focus, so that the keyboard is not thrown to the top. */
export function focusNeighbour(row: HTMLElement): void {
  const list = row.closest<HTMLElement>('.day-list');
  if (!list) return;
  const rows = [...list.querySelectorAll<HTMLElement>(ROWS)];
  const at = rows.indexOf(row);
  (rows[at + 1] ?? rows[at - 1])?.focus();
}

/** A row that moved to another ticket is made anew and lost the focus; it gets it back once it is drawn. */
export function refocusRow(id: string): void {
  requestAnimationFrame(() => {
    const list = document.querySelector<HTMLElement>('.day-list');
    if (list && document.activeElement === document.body) focusRow(list, id);
  });
}

/** What the keyboard may stand in, and where it is counted. */
const PLACES = [
  { name: 'data-row', around: 'li' },
  { name: 'data-block', around: '[data-block]' },
] as const;
/** What changed is drawn within a few frames, if it is drawn at all. */
const FRAMES = 10;

/**
 * Notes where the keyboard stands before something changes that may take its place away.
 * @returns gives the focus back once it was lost: to the same thing where it is drawn anew, else to its neighbour.
 */
export function keepPlace(): () => void {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return () => undefined;
  const place = PLACES.find(({ around }) => focused.closest(around)?.matches('.day-list li, [data-block]'));
  const all = place ? [...document.querySelectorAll<HTMLElement>(`[${place.name}]`)] : [];
  const at = all.findIndex((one) => one.contains(focused) || one.closest('li')?.contains(focused));
  const names = all.map((one) => one.getAttribute(place?.name ?? '') ?? '');
  const wanted = at < 0 ? [] : [...names.slice(at), ...names.slice(0, at).toReversed()];
  const giveBack = (): HTMLElement | null => {
    for (const name of wanted) {
      const found = document.querySelector<HTMLElement>(`[${place?.name}="${CSS.escape(name)}"]`);
      if (found) return found.matches('button') ? found : found.querySelector('button');
    }
    return document.getElementById('page');
  };
  const look = (left: number): void => {
    if (document.activeElement === document.body) giveBack()?.focus();
    else if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  return () => look(FRAMES);
}
