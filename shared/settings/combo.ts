/**
 * One press of keys as the settings write it: `mod+k`, `shift+s`, `?`, `ArrowDown`. `mod` is Cmd on a Mac and Ctrl
 * elsewhere; the modifiers stand in the order mod, ctrl (the Mac's own), alt, shift; letters are small.
 */
export type Combo = string & { readonly __combo: unique symbol };

/** What was pressed, as a keyboard event tells it. */
export interface KeyPress {
  readonly key: string;
  /** The place of the key on the board, `KeyK`; '' where it is not known. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** AltGr is held: it makes characters and is no modifier of ours. */
  readonly altGraph: boolean;
}

const MODIFIERS = ['mod', 'ctrl', 'alt', 'shift'] as const;
type Modifier = (typeof MODIFIERS)[number];

const SPELLINGS: Readonly<Record<string, Modifier>> = {
  mod: 'mod',
  cmdorctrl: 'mod',
  commandorcontrol: 'mod',
  ctrl: 'ctrl',
  control: 'ctrl',
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
};

const NAMED = [
  ...[
    'Enter',
    'Escape',
    'Tab',
    'Space',
    'Backspace',
    'Delete',
    'Insert',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  ],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'ContextMenu', 'Pause', 'ScrollLock'],
  ...Array.from({ length: 24 }, (_, n) => `F${n + 1}`),
];
const NAMED_BY_SMALL: ReadonlyMap<string, string> = new Map([
  ...NAMED.map((name) => [name.toLowerCase(), name] as const),
  ['esc', 'Escape'],
  ['return', 'Enter'],
  ['del', 'Delete'],
  ['plus', '+'],
  ['left', 'ArrowLeft'],
  ['right', 'ArrowRight'],
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown'],
]);

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);

/** The shift is part of how a sign such as `?` is typed; with letters and named keys it says something of its own. */
const write = (held: ReadonlySet<Modifier>, key: string): Combo => {
  const counts = key.length > 1 || isLetter(key);
  const kept = MODIFIERS.filter((modifier) => held.has(modifier) && (modifier !== 'shift' || counts));
  return [...kept, key].join('+') as Combo;
};

/** Reads `Ctrl+Shift+K` or `mod+shift+k`; null when it is no press of keys. `+` itself is `Plus`, or stands last. */
export function parseCombo(text: string): Combo | null {
  const parts = /^(.*\+)?\+$/.test(text)
    ? [...text.slice(0, -1).split('+').filter(Boolean), '+']
    : text.split('+');
  const name = parts.pop() ?? '';
  const held = new Set<Modifier>();
  for (const part of parts) {
    const modifier = Object.hasOwn(SPELLINGS, part.toLowerCase()) ? SPELLINGS[part.toLowerCase()] : undefined;
    if (modifier === undefined || held.has(modifier)) return null;
    held.add(modifier);
  }
  const small = name.toLowerCase();
  const named = NAMED_BY_SMALL.get(small);
  if (named !== undefined) return write(held, named);
  return [...small].length === 1 && small.trim() !== '' ? write(held, small) : null;
}

/** What was pressed; null for a modifier alone, a dead key, or a press with the system's own modifier. */
export function comboOf(press: KeyPress, isMac: boolean): Combo | null {
  if (
    [
      'Control',
      'Meta',
      'Alt',
      'Shift',
      'AltGraph',
      'CapsLock',
      'Dead',
      'Process',
      'Unidentified',
      '',
    ].includes(press.key)
  )
    return null;
  if (!isMac && press.metaKey) return null;
  const held = new Set<Modifier>();
  // On Windows AltGr comes as Ctrl and Alt together.
  if (isMac ? press.metaKey : press.ctrlKey && !press.altGraph) held.add('mod');
  if (isMac && press.ctrlKey) held.add('ctrl');
  if (press.altKey && !press.altGraph) held.add('alt');
  if (press.shiftKey) held.add('shift');
  const key = press.key === ' ' ? 'Space' : press.key;
  if (key.length > 1) return NAMED_BY_SMALL.has(key.toLowerCase()) ? write(held, key) : null;
  const small = key.toLowerCase();
  // With Alt a Mac makes signs of letters, and with Ctrl a Greek or Russian board has no `k`: the place of the key counts.
  const place = /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase();
  const usesPlace =
    place !== undefined && held.size > (held.has('shift') ? 1 : 0) && !/^[\x21-\x7e]$/.test(small);
  return write(held, usesPlace ? place : small);
}

/** A letter, digit or sign without Ctrl, Cmd or Alt: what speech input and a shaky hand press by accident (WCAG 2.1.4). */
export function isCharacter(combo: Combo): boolean {
  const key = combo === '+' ? '+' : combo.replace(/^shift\+(?=.)/, '');
  return [...key].length === 1;
}

/** Keys that belong to what is focused, to editing text, or to the window; null: the combo is free. */
export function isReserved(combo: Combo): 'focus' | 'text' | 'window' | null {
  if (FOCUS.has(combo)) return 'focus';
  if (/^mod\+[acvx]$/.test(combo)) return 'text';
  return WINDOW.has(combo) ? 'window' : null;
}
const FOCUS: ReadonlySet<string> = new Set(['Enter', 'Escape', 'Space', 'Tab', 'shift+Tab', 'shift+Space']);
const WINDOW: ReadonlySet<string> = new Set(
  'mod+q mod+w mod+r mod+shift+r mod+m mod+t mod+n mod++ mod+- mod+0 mod+= F5 F11 F12 mod+Tab alt+F4 mod+shift+i'.split(
    ' ',
  ),
);
