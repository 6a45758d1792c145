import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceleratorOf, readAccelerator } from './accelerator.ts';
import type { KeyPress } from './combo.ts';

const NOTHING_HELD = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false };
const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ...NOTHING_HELD,
  ...held,
});
const onPc = (...of: Parameters<typeof press>) => acceleratorOf(press(...of), false);
const onMac = (...of: Parameters<typeof press>) => acceleratorOf(press(...of), true);

describe('keys pressed for a global shortcut', () => {
  it('are written as the setting takes them', () => {
    expect(onPc('t', 'KeyT', { ctrlKey: true, altKey: true })).toBe('CommandOrControl+Alt+T');
    expect(onPc('T', 'KeyT', { metaKey: true, shiftKey: true })).toBe('Super+Shift+T');
    expect(onPc('ArrowUp', 'ArrowUp', { ctrlKey: true })).toBe('CommandOrControl+Up');
    expect(onPc(' ', 'Space', { altKey: true })).toBe('Alt+Space');
    expect(onPc('5', 'Numpad5', { ctrlKey: true })).toBe('CommandOrControl+num5');
    expect(onPc('F9', 'F9')).toBe('F9');
    expect(onMac('t', 'KeyT', { metaKey: true })).toBe('CommandOrControl+T');
    expect(onMac('t', 'KeyT', { ctrlKey: true })).toBe('Control+T');
  });

  it('are the letters of the board, whatever Alt, Shift or another script makes of them', () => {
    expect(onMac('†', 'KeyT', { altKey: true })).toBe('Alt+T');
    expect(onPc('z', 'KeyY', { ctrlKey: true })).toBe('CommandOrControl+Z');
    expect(onPc('е', 'KeyT', { ctrlKey: true })).toBe('CommandOrControl+T');
    expect(onPc('!', 'Digit1', { ctrlKey: true, shiftKey: true })).toBe('CommandOrControl+Shift+1');
  });

  it('are none where a modifier stands alone, or all typing would lose a key', () => {
    expect(onPc('Control', 'ControlLeft', { ctrlKey: true })).toBeNull();
    expect(onPc('t', 'KeyT')).toBeNull();
    expect(onPc('T', 'KeyT', { shiftKey: true })).toBeNull();
    expect(onPc('Dead', 'BracketLeft', { ctrlKey: true })).toBeNull();
    expect(onPc('@', 'KeyQ', { ctrlKey: true, altKey: true, altGraph: true })).toBeNull();
  });

  it('are always what the setting reads as the same', () => {
    const presses = fc.record({
      key: fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom('ArrowUp', 'F3', 'Enter', '+', ' ', 'Tab')),
      code: fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('KeyA', 'Digit7', 'Numpad3', 'Space')),
      ...Object.fromEntries(Object.keys(NOTHING_HELD).map((name) => [name, fc.boolean()])),
    }) as fc.Arbitrary<KeyPress>;
    fc.assert(
      fc.property(presses, fc.boolean(), (one, isMac) => {
        const written = acceleratorOf(one, isMac);
        expect(written === null ? null : readAccelerator(written)).toBe(written);
      }),
    );
  });
});
