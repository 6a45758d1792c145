import i18next from 'i18next';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Combo, KeyPress } from '#shared/settings/combo.ts';
import { comboOf, isCharacter, parseCombo } from '#shared/settings/combo.ts';
import type { ActionId, Bindings, ShortcutChanges } from '#shared/settings/shortcuts.ts';
import { ACTION_IDS, ACTIONS, bindingsOf } from '#shared/settings/shortcuts.ts';

/** What the shown parts of the window do when an action is asked for. */
export type ActionHandlers = Readonly<Partial<Record<ActionId, () => void>>>;

export const isMac = /mac/i.test(navigator.platform);

/** The keys as the person has them. */
interface Keys {
  readonly bindings: Bindings;
  readonly letters: boolean;
}
let keys: Keys = { bindings: bindingsOf({}), letters: true };
const watching = new Set<() => void>();

/** Takes over the settings `app.shortcuts` and `app.letterKeys`. */
export function setKeys(changes: ShortcutChanges, letters: boolean): void {
  keys = { bindings: bindingsOf(changes), letters };
  for (const watch of watching) watch();
}

const watchKeys = (watch: () => void) => {
  watching.add(watch);
  return () => watching.delete(watch);
};

/** The keys as they are, live. */
export const useKeys = (): Keys => useSyncExternalStore(watchKeys, () => keys);

/** How the first key of an action is written on this machine; null when it has none, or none that works. */
export function useKeyOf(id: ActionId): string | null {
  const { bindings, letters } = useKeys();
  const combo = bindings[id].find((one) => letters || !isCharacter(one));
  return combo === undefined ? null : keyLabel(combo);
}

const MAC = {
  mod: '⌘',
  ctrl: '⌃',
  alt: '⌥',
  shift: '⇧',
  Enter: '↩',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: '⌦',
};
const PC = {
  mod: 'Ctrl',
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
};
const PC_DE = { ...PC, mod: 'Strg', ctrl: 'Strg', shift: 'Umschalt', Delete: 'Entf', Space: 'Leertaste' };
const ARROWS = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

/** How a shortcut is written on this machine: `⌘K`, `Ctrl+K`, `Strg+K`. */
export function keyLabel(combo: string): string {
  const own = isMac ? MAC : i18next.language === 'de' ? PC_DE : PC;
  const names: Readonly<Record<string, string>> = { ...own, ...ARROWS };
  const written = parseCombo(combo) ?? combo;
  // `mod++`: the last one is the key itself.
  const parts = written.endsWith('+')
    ? [...written.slice(0, -1).split('+').filter(Boolean), '+']
    : written.split('+');
  return parts
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(isMac ? '' : '+');
}

const TEXT_FIELDS = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/** What was pressed, as settings write it; null: nothing that could be a shortcut. */
export const pressedCombo = (event: KeyboardEvent | React.KeyboardEvent): Combo | null =>
  comboOf(keyPressOf(event), isMac);

/** What the rules of keys need to know of a press. */
export const keyPressOf = (event: KeyboardEvent | React.KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
  shiftKey: event.shiftKey,
  altGraph: event.getModifierState('AltGraph'),
});

/** Plain keys belong to whoever is typed into; an open dialog keeps everything to itself, one that goes away nothing. */
function isFree(event: KeyboardEvent, combo: Combo): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  if (!keys.letters && isCharacter(combo)) return false;
  if (document.querySelector('[role=dialog][aria-modal=true]:not([data-closing])')) return false;
  const target = event.target instanceof Element ? event.target : null;
  // What scrolls by itself keeps the arrows.
  if (combo.startsWith('Arrow') && target?.matches('[data-own-arrows]')) return false;
  const closing = target?.closest('[data-closing]') ?? null;
  if (closing !== null || !target?.matches(TEXT_FIELDS)) return true;
  // Ctrl+Z in a field takes back typing, not an entry.
  return combo.startsWith('mod+') && !/^mod\+(shift\+)?[zyacvx]$/.test(combo);
}

type Listed = { current: ActionHandlers };
/** What is shown now, the innermost last; what stands in for pages that have nothing of their own. */
const shown: Listed[] = [];
const standing: Listed[] = [];

function handlerOf(id: ActionId): (() => void) | undefined {
  const offering = (listed: Listed): boolean => listed.current[id] !== undefined;
  return (shown.findLast(offering) ?? standing.findLast(offering))?.current[id];
}

/** Does what an action does here. @returns whether there was anything to do. */
export function runAction(id: ActionId): boolean {
  const handler = handlerOf(id);
  handler?.();
  return handler !== undefined;
}

/** Is the action to be had on what is shown, not only by what stands in for it? */
export const isShown = (id: ActionId): boolean => shown.some((listed) => listed.current[id] !== undefined);

let wish: ActionId | null = null;

/** Does an action as soon as what does it is shown: for going to a page first. Forgotten when the person goes on. */
export function runWhenShown(id: ActionId): void {
  wish = id;
  grant();
}

function grant(): void {
  if (wish === null || !isShown(wish)) return;
  const granted = wish;
  wish = null;
  runAction(granted);
}

function onKey(event: KeyboardEvent): void {
  wish = null;
  const combo = pressedCombo(event);
  if (combo === null || !isFree(event, combo)) return;
  for (const id of ACTION_IDS) {
    // Keys of a row are its own business while it has the focus.
    if (ACTIONS[id].scope === 'entry' || !keys.bindings[id].includes(combo)) continue;
    const handler = handlerOf(id);
    if (handler === undefined) continue;
    event.preventDefault();
    handler();
    return;
  }
}
window.addEventListener('keydown', onKey);
window.addEventListener('pointerdown', () => (wish = null));

/**
 * Offers actions while the caller is shown; their keys are the person's (`app.shortcuts`).
 * @param isStandIn used only where nothing else that is shown offers the action.
 */
export function useShortcuts(handlers: ActionHandlers, isStandIn = false): void {
  const listed = useRef(handlers);
  useEffect(() => {
    listed.current = handlers;
    grant();
  });
  useEffect(() => {
    const list = isStandIn ? standing : shown;
    list.push(listed);
    grant();
    return () => void list.splice(list.indexOf(listed), 1);
  }, [isStandIn]);
}

/** Which action of a focused row was asked for by a press in it; null: none. */
export function rowActionOf(event: React.KeyboardEvent): ActionId | null {
  const combo = pressedCombo(event);
  if (combo === null) return null;
  return ACTION_IDS.find((id) => ACTIONS[id].scope === 'entry' && keys.bindings[id].includes(combo)) ?? null;
}
