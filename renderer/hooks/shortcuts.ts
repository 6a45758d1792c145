import { useEffect, useRef } from 'react';

/** `mod` is Cmd on a Mac and Ctrl elsewhere: `mod+k`, `mod+shift+z`, `j`, `?`, `ArrowDown`. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

export const isMac = /mac/i.test(navigator.platform);

/** How a shortcut is written on this machine: `⌘K`, `Ctrl+K`. */
export function keyLabel(combo: string): string {
  const names: Readonly<Record<string, string>> = isMac
    ? { mod: '⌘', shift: '⇧', enter: '↩', escape: 'Esc', backspace: '⌫' }
    : { mod: 'Ctrl', shift: 'Shift', enter: 'Enter', escape: 'Esc', backspace: '⌫' };
  const arrows: Readonly<Record<string, string>> = {
    arrowleft: '←',
    arrowright: '→',
    arrowup: '↑',
    arrowdown: '↓',
  };
  return combo
    .split('+')
    .map((part) => names[part.toLowerCase()] ?? arrows[part.toLowerCase()] ?? part.toUpperCase())
    .join(isMac ? '' : '+');
}

const TEXT_FIELDS = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

const comboOf = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  // Shift is part of how `?` is typed, so it counts only together with the mod key.
  return `${mod ? 'mod+' : ''}${mod && event.shiftKey ? 'shift+' : ''}${key}`;
};

/** Plain keys belong to whoever is typed into; an open dialog keeps everything to itself. */
function isFree(event: KeyboardEvent, combo: string): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  if (document.querySelector('[role=dialog][aria-modal=true]')) return false;
  const target = event.target instanceof Element ? event.target : null;
  // What scrolls by itself keeps the arrows.
  if (combo.startsWith('Arrow') && target?.matches('[data-own-arrows]')) return false;
  const typing = target?.matches(TEXT_FIELDS) ?? false;
  if (!typing) return !(isMac ? event.ctrlKey : event.metaKey);
  // Ctrl+Z in a field takes back typing, not an entry.
  return combo.startsWith('mod+') && !/^mod\+(shift\+)?[zyacvx]$/.test(combo);
}

/** Listens for shortcuts of the whole window while the caller is shown. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const combo = comboOf(event);
      const action = latest.current[combo];
      if (!action || !isFree(event, combo)) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
