import { describe, expect, it } from 'vitest';
import { lacksDisplay, readStartOptions } from './start-options.ts';

describe('the words a start is given', () => {
  it('name a home in both spellings, and ask to stay hidden', () => {
    expect(readStartOptions(['.', '--home', '/tmp/a', '--hidden'])).toEqual({ home: '/tmp/a', hidden: true });
    expect(readStartOptions(['--home=/tmp/a b'])).toEqual({ home: '/tmp/a b', hidden: false });
  });

  it('may be none of ours', () => {
    expect(readStartOptions(['--no-sandbox', '--inspect=0'])).toEqual({ home: undefined, hidden: false });
  });

  it('keep a home that was named but left empty, so that it can be refused', () => {
    expect(readStartOptions(['--home']).home).toBe('');
  });
});

describe('a machine without a display', () => {
  it('is a Linux with neither X nor Wayland', () => {
    expect(lacksDisplay('linux', {})).toBe(true);
    expect(lacksDisplay('linux', { DISPLAY: ':0' })).toBe(false);
    expect(lacksDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
    expect(lacksDisplay('darwin', {})).toBe(false);
  });
});
