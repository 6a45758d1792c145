import type { KeyPress } from './combo.ts';

/**
 * A global shortcut in the syntax of Electron: modifiers and one key joined by `+`, `CommandOrControl+Alt+T`.
 * It reads every spelling of it and writes one.
 */
const MODIFIERS: Readonly<Record<string, string>> = {
  command: 'Command',
  cmd: 'Command',
  control: 'Control',
  ctrl: 'Control',
  commandorcontrol: 'CommandOrControl',
  cmdorctrl: 'CommandOrControl',
  alt: 'Alt',
  option: 'Alt',
  altgr: 'AltGr',
  shift: 'Shift',
  super: 'Super',
  meta: 'Super',
};
const ORDER = ['CommandOrControl', 'Command', 'Control', 'Super', 'Alt', 'AltGr', 'Shift'];

const KEYS: ReadonlyMap<string, string> = new Map(
  [
    ...'Plus Space Tab Capslock Numlock Scrolllock Backspace Delete Insert Return Up Down Left Right Home End'.split(
      ' ',
    ),
    ...'PageUp PageDown Escape VolumeUp VolumeDown VolumeMute MediaNextTrack MediaPreviousTrack MediaStop'.split(
      ' ',
    ),
    ...'MediaPlayPause PrintScreen numdec numadd numsub nummult numdiv'.split(' '),
    ...Array.from({ length: 24 }, (_, n) => `F${n + 1}`),
    ...Array.from({ length: 10 }, (_, n) => `num${n}`),
  ].map((key) => [key.toLowerCase(), key]),
);
const OTHER_NAMES: Readonly<Record<string, string>> = { enter: 'Return', esc: 'Escape' };

/** These may stand alone; any other key alone would be taken away from everything that is typed. */
const STANDS_ALONE = /^(F\d+|Media\w+|Volume\w+|PrintScreen|Scrolllock)$/;

/** Reads an accelerator and writes it the one way; null when it is none, or would take a key from all typing. */
export function readAccelerator(text: string): string | null {
  const parts = text
    .trim()
    .split('+')
    .map((part) => part.trim());
  const last = parts.pop() ?? '';
  const held = parts.map((part) => lookUp(MODIFIERS, part));
  if (held.some((modifier) => modifier === null)) return null;
  const modifiers = ORDER.filter((modifier) => held.includes(modifier));
  if (modifiers.length !== held.length) return null;
  const key = keyOf(last);
  if (key === null) return null;
  const types = modifiers.every((modifier) => modifier === 'Shift' || modifier === 'AltGr');
  if (types && !STANDS_ALONE.test(key)) return null;
  return [...modifiers, key].join('+');
}

function keyOf(text: string): string | null {
  if (/^[!-*,-/0-9:-~]$/.test(text)) return text.toUpperCase();
  return KEYS.get(text.toLowerCase()) ?? lookUp(OTHER_NAMES, text);
}

const lookUp = (table: Readonly<Record<string, string>>, name: string): string | null =>
  Object.hasOwn(table, name.toLowerCase()) ? (table[name.toLowerCase()] ?? null) : null;

const NAMES_OF_KEYS: Readonly<Record<string, string>> = {
  ' ': 'Space',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
};

/**
 * What was pressed as an accelerator; null for what is none: a modifier alone, or keys that all typing would lose.
 * Letters are those that stand on the person's board; where Alt or another script makes something else of them, and
 * with digits, the place of the key counts.
 */
export function acceleratorOf(press: KeyPress, isMac: boolean): string | null {
  const held = [
    ...((isMac ? press.metaKey : press.ctrlKey && !press.altGraph) ? ['CommandOrControl'] : []),
    ...(isMac && press.ctrlKey ? ['Control'] : []),
    ...(!isMac && press.metaKey ? ['Super'] : []),
    ...(press.altKey && !press.altGraph ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
  ];
  return readAccelerator([...held, keyPressed(press)].join('+'));
}

function keyPressed({ key, code }: KeyPress): string {
  const pad = /^Numpad(\d)$/.exec(code)?.[1];
  if (pad !== undefined) return `num${pad}`;
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  const digit = place?.[2];
  if (digit !== undefined) return digit;
  return /^[a-z]$/i.test(key) ? key : (place?.[1] ?? NAMES_OF_KEYS[key] ?? key);
}
