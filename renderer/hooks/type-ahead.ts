/** A field that does not come is not waited for: whoever types then means the page again. */
const PATIENCE_MS = 3000;

/** What was typed so far, and whether Enter ended it. */
interface Typed {
  letters: string;
  isEntered: boolean;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** A tick box or a number has no selection to type into. */
const takesText = (target: EventTarget | null): target is TextField =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
  target.selectionStart !== null;

/** What was typed goes to the field that has the focus already, where a dialog is opened that had not gone yet. */
const isThere = (target: EventTarget | null): target is TextField =>
  takesText(target) && target.closest('[aria-modal=true]') !== null;

let end: (() => void) | null = null;

/**
 * Keeps what is typed until the next field has the focus, and types it there. A dialog takes a frame or two to stand,
 * and a quick hand does not wait for it: its letters would be shortcuts of the page, its Enter would press the button
 * that opened the dialog. Called with whatever opens something with a field; Escape, Tab or a press of the pointer end it.
 * @param leave what Escape does before there is a field to hear it.
 */
export function keepTypeAhead(leave?: () => void): void {
  dropTypeAhead();
  const typed: Typed = { letters: '', isEntered: false };
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  window.addEventListener('keydown', (event) => keep(event, typed, leave), options);
  window.addEventListener('pointerdown', dropTypeAhead, options);
  window.addEventListener(
    'focusin',
    ({ target }) => {
      // After those who were told of the focus first, one of whom may select what is there.
      if (takesText(target)) queueMicrotask(() => hand(typed, target));
    },
    options,
  );
  const timer = setTimeout(dropTypeAhead, PATIENCE_MS);
  end = () => {
    clearTimeout(timer);
    listening.abort();
  };
}

/** Nothing is waited for any more; what was kept is forgotten. */
export function dropTypeAhead(): void {
  end?.();
  end = null;
}

function keep(event: KeyboardEvent, typed: Typed, leave?: () => void): void {
  const isPlain =
    event.getModifierState('AltGraph') ||
    !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
  if (isThere(event.target)) hand(typed, event.target);
  else if (event.key === 'Escape' || event.key === 'Tab') {
    dropTypeAhead();
    if (event.key === 'Escape') leave?.();
  } else if (isPlain && keepKey(event.key, typed)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** @returns whether the key is one of those that are kept. */
function keepKey(key: string, typed: Typed): boolean {
  if (key === 'Enter') typed.isEntered = typed.letters !== '';
  else if (key === 'Backspace') typed.letters = [...typed.letters].slice(0, -1).join('');
  else if ([...key].length === 1) typed.letters += key;
  else return false;
  return true;
}

/** Types what was kept, as the person would have. */
function hand({ letters, isEntered }: Typed, field: TextField): void {
  if (end === null || document.activeElement !== field) return;
  dropTypeAhead();
  if (letters === '') return;
  field.setRangeText(letters, field.selectionStart ?? 0, field.selectionEnd ?? field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letters, inputType: 'insertText' }));
  if (!isEntered) return;
  const enter = new KeyboardEvent('keydown', {
    key: 'Enter',
    code: 'Enter',
    bubbles: true,
    cancelable: true,
  });
  // What a field leaves alone, its form takes.
  if (field.dispatchEvent(enter)) field.form?.requestSubmit();
}
