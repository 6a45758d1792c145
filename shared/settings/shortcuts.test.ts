import { describe, expect, it } from 'vitest';
import type { KeyPress } from './combo.ts';
import { comboOf, isCharacter, isReserved, parseCombo } from './combo.ts';
import { readAccelerator } from './accelerator.ts';
import type { ActionId } from './shortcuts.ts';
import {
  ACTION_IDS,
  ACTIONS,
  bindingsOf,
  changesOf,
  conflictsOf,
  isFixed,
  meet,
  problemOfChanges,
} from './shortcuts.ts';

const combo = (text: string) => {
  const read = parseCombo(text);
  if (read === null) throw new Error(`${text} is no combo`);
  return read;
};
const press = (key: string, held = '', code = ''): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  altGraph: held.includes('g'),
});

describe('a press of keys', () => {
  it.each([
    ['Mod+K', 'mod+k'],
    ['shift+mod+z', 'mod+shift+z'],
    ['cmdorctrl+,', 'mod+,'],
    ['enter', 'Enter'],
    ['Option+F3', 'alt+F3'],
    ['shift+?', '?'],
    ['mod++', 'mod++'],
    ['mod+plus', 'mod++'],
    ['+', '+'],
    ['down', 'ArrowDown'],
    ['Ö', 'ö'],
  ])('%s is written %s', (text, written) => expect(parseCombo(text)).toBe(written));

  it.each(['', 'mod', 'mod+', 'mod+mod+k', 'hyper+k', 'kk', 'constructor+k', 'mod+ '])('%j is none', (text) =>
    expect(parseCombo(text)).toBeNull(),
  );

  it.each<[string, KeyPress, boolean, string | null]>([
    ['a letter', press('n'), false, 'n'],
    ['a capital', press('N', 's'), false, 'shift+n'],
    ['a capital by caps lock', press('N'), false, 'n'],
    ['a sign typed with shift', press('?', 's'), false, '?'],
    ['Ctrl on a PC', press('k', 'c'), false, 'mod+k'],
    ['Cmd on a Mac', press('k', 'm'), true, 'mod+k'],
    ['Ctrl on a Mac', press('k', 'c'), true, 'ctrl+k'],
    ['the Windows key', press('k', 'm'), false, null],
    ['AltGr, which types', press('@', 'cag'), false, '@'],
    ['a Russian board', press('л', 'c', 'KeyK'), false, 'mod+k'],
    ['a Russian letter alone', press('л', '', 'KeyK'), false, 'л'],
    ['Alt on a Mac', press('ø', 'a', 'KeyO'), true, 'alt+o'],
    ['a German letter', press('ö'), false, 'ö'],
    ['Space', press(' '), false, 'Space'],
    ['an arrow with shift', press('ArrowDown', 's'), false, 'shift+ArrowDown'],
    ['a modifier alone', press('Shift', 's'), false, null],
    ['a dead key', press('Dead'), false, null],
  ])('%s', (_, pressed, isMac, written) => expect(comboOf(pressed, isMac)).toBe(written));

  it('is a mere character, or is not', () => {
    expect(['n', '?', 'shift+s', '+', 'ö'].map(combo).every(isCharacter)).toBe(true);
    expect(['mod+k', 'ArrowDown', 'F1', 'alt+n', 'Backspace'].map(combo).some(isCharacter)).toBe(false);
  });
});

describe('the registry of shortcuts', () => {
  const plain = bindingsOf({});

  it('has no two actions on one key that can be asked at the same moment', () => {
    for (const id of ACTION_IDS)
      for (const key of plain[id]) expect([id, key, conflictsOf(plain, id, key)]).toEqual([id, key, []]);
  });

  it('uses only keys that are free, written the one way', () => {
    for (const id of ACTION_IDS) {
      for (const key of ACTIONS[id].keys) {
        expect(parseCombo(key)).toBe(key);
        if (!isFixed(id)) expect([key, isReserved(key)]).toEqual([key, null]);
      }
    }
  });

  it('lets Ctrl+Enter confirm a day and submit a week, for they are never seen together', () => {
    expect(meet('day', 'week')).toBe(false);
    expect(meet('week', 'day')).toBe(false);
    expect(meet('everywhere', 'entry')).toBe(true);
  });

  it('gives the key to whom the person gave it; a default that meets it falls silent', () => {
    const changed = bindingsOf({ quickAdd: 'j' });
    expect(changed.quickAdd).toEqual(['j']);
    expect(changed.nextRow).toEqual(['ArrowDown']);
    expect(bindingsOf({ quickAdd: '' }).quickAdd).toEqual([]);
    expect(bindingsOf({ quickAdd: 'mod+', nobody: 'x' })).toEqual(plain);
  });

  it('names whom a key belongs to', () => {
    expect(conflictsOf(plain, 'quickAdd', combo('mod+k'))).toEqual(['palette']);
    expect(conflictsOf(plain, 'confirmDay', combo('e'))).toEqual(['editEntry']);
    expect(conflictsOf(plain, 'submitWeek', combo('e'))).toEqual([]);
    expect(conflictsOf(plain, 'submitWeek', combo('Enter'))).toEqual(['openEntry']);
    expect(conflictsOf(plain, 'quickAdd', combo('mod+j'))).toEqual([]);
  });

  it('tells bindings as what differs from the defaults, and back', () => {
    expect(changesOf(plain)).toEqual({});
    const swapped = bindingsOf({ quickAdd: 's', startSession: 'n', redo: 'mod+y' });
    expect(changesOf(swapped)).toEqual({ quickAdd: 's', startSession: 'n', redo: 'mod+y' });
    expect(bindingsOf(changesOf(swapped))).toEqual(swapped);
  });

  it.each<[Partial<Record<ActionId | 'jump', string>>, string]>([
    [{ jump: 'x' }, 'jump'],
    [{ quickAdd: 'hyper+x' }, 'quickAdd'],
    [{ quickAdd: 'mod+c' }, 'mod+c'],
    [{ openEntry: 'o' }, 'fixed'],
    [{ quickAdd: 'x', undo: 'x' }, 'not quickAdd and undo'],
  ])('refuses %j', (changes, named) => expect(problemOfChanges(changes as never)).toContain(named));

  it('takes what fits', () => {
    expect(
      problemOfChanges({ quickAdd: 'mod+j x', confirmDay: 'F2', submitWeek: 'F2', undo: '' }),
    ).toBeNull();
  });
});

describe('a global shortcut', () => {
  it.each([
    ['CommandOrControl+Alt+T', 'CommandOrControl+Alt+T'],
    ['alt+ctrl+t', 'Control+Alt+T'],
    ['Super+Shift+Space', 'Super+Shift+Space'],
    ['F9', 'F9'],
    ['MediaPlayPause', 'MediaPlayPause'],
    ['Ctrl+,', 'Control+,'],
    ['cmd+plus', 'Command+Plus'],
    ['Ctrl+Enter', 'Control+Return'],
  ])('%s is written %s', (text, written) => expect(readAccelerator(text)).toBe(written));

  it.each([
    '',
    'T',
    'Shift+T',
    'AltGr+E',
    'Ctrl',
    'Ctrl+',
    'Ctrl+Ctrl+T',
    'Ctrl+Control+T',
    'Ctrl+TT',
    'F25',
    'constructor+T',
    'Ctrl++',
  ])('%j is none, or would take a key from all typing', (text) => expect(readAccelerator(text)).toBeNull());
});
