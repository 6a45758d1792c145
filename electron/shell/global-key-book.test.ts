import { beforeEach, describe, expect, it } from 'vitest';
import type { GlobalAction } from '#shared/ports/global-keys.ts';
import type { GlobalKeyBook, Registrar } from './global-key-book.ts';
import { globalKeyBook } from './global-key-book.ts';

/** A desktop that gives each key once, some to nobody, and counts what it is asked. */
function desktop(...taken: string[]) {
  const given = new Map<string, () => void>();
  const asked: string[] = [];
  const registrar: Registrar = {
    register(keys, pressed) {
      asked.push(`+${keys}`);
      if (keys === 'Nonsense') throw new TypeError('no such keys');
      if (taken.includes(keys) || given.has(keys)) return false;
      given.set(keys, pressed);
      return true;
    },
    unregister(keys) {
      asked.push(`-${keys}`);
      given.delete(keys);
    },
  };
  return { registrar, asked, press: (keys: string) => given.get(keys)?.() };
}
const want = (toggle = '', quickAdd = '', window = '') => ({ toggle, quickAdd, window });

let pressed: GlobalAction[];
let desk: ReturnType<typeof desktop>;
let book: GlobalKeyBook;
const standings = () => book.states().map(({ standing }) => standing);
const open = (...taken: string[]) => {
  desk = desktop(...taken);
  pressed = [];
  book = globalKeyBook(desk.registrar, false, (action) => pressed.push(action));
};
beforeEach(() => open());

describe('keys from any program', () => {
  it('do nothing until they are set', () => {
    expect(book.hold(want())).toEqual([]);
    expect(standings()).toEqual(['none', 'none', 'none']);
    expect(desk.asked).toEqual([]);
  });

  it('reach their action', () => {
    book.hold(want('Alt+T', 'Alt+N'));
    desk.press('Alt+N');
    desk.press('Alt+T');
    expect(pressed).toEqual(['quickAdd', 'toggle']);
    expect(standings()).toEqual(['held', 'held', 'none']);
  });

  it('are asked for again only when they change', () => {
    book.hold(want('Alt+T', 'Alt+N'));
    book.hold(want('Alt+T', 'Alt+N'));
    book.hold(want('Alt+T', 'Alt+M'));
    expect(desk.asked).toEqual(['+Alt+T', '+Alt+N', '-Alt+N', '+Alt+M']);
  });

  it('can be swapped', () => {
    book.hold(want('Alt+T', 'Alt+N'));
    expect(book.hold(want('Alt+N', 'Alt+T'))).toEqual([]);
    desk.press('Alt+T');
    expect(pressed).toEqual(['quickAdd']);
  });

  it('that another program has, that are none, or that we have twice are refused, once', () => {
    open('Alt+T');
    expect(book.hold(want('Alt+T', 'Nonsense'))).toEqual(['toggle', 'quickAdd']);
    expect(book.hold(want('Alt+T', 'Nonsense'))).toEqual([]);
    expect(standings()).toEqual(['refused', 'refused', 'none']);
    expect(book.hold(want('', 'Alt+N', 'Alt+N'))).toEqual(['window']);
    expect(standings()).toEqual(['none', 'held', 'refused']);
  });

  it('are given back at the end', () => {
    book.hold(want('Alt+T'));
    book.release();
    expect(desk.asked).toEqual(['+Alt+T', '-Alt+T']);
    expect(standings()).toEqual(['none', 'none', 'none']);
  });

  it('are not believed on Wayland', () => {
    book = globalKeyBook(desk.registrar, true, () => undefined);
    book.hold(want('Alt+T'));
    expect(standings()[0]).toBe('unsure');
  });
});
