import { describe, expect, it } from 'vitest';
import { chooseIdleBackend, idleReader } from './idle-backend.ts';

const readings =
  (...seconds: number[]) =>
  () =>
    seconds.shift() ?? 0;

describe('where idle time comes from', () => {
  it('is believed on X11, macOS and Windows', () => {
    expect(chooseIdleBackend('linux', { DISPLAY: ':0' }, 'x11')).toEqual({ name: 'x11', trust: 'always' });
    expect(chooseIdleBackend('darwin', {}, '').trust).toBe('always');
    expect(chooseIdleBackend('win32', {}, '').trust).toBe('always');
  });

  it('is never believed from X inside a Wayland session', () => {
    const backend = chooseIdleBackend('linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' }, 'x11');
    expect(backend.name).toContain('unknown');
    const idle = idleReader(backend, readings(0, 40));
    expect([idle(), idle()]).toEqual([null, null]);
  });

  it('is not "0 idle" on a compositor that always answers 0, and is believed once it answered more', () => {
    const backend = chooseIdleBackend('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'wayland');
    const silent = idleReader(backend, readings(0, 0, 0));
    expect([silent(), silent(), silent()]).toEqual([null, null, null]);
    const honest = idleReader(backend, readings(0, 3, 0));
    expect([honest(), honest(), honest()]).toEqual([null, 3000, 0]);
  });

  it('passes the seconds on as milliseconds', () => {
    expect(idleReader({ name: 'x11', trust: 'always' }, readings(7))()).toBe(7000);
  });
});
