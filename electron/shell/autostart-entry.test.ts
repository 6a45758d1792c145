import { describe, expect, it } from 'vitest';
import { autostartEntry } from './autostart-entry.ts';

const execOf = (executable: string, ...args: string[]) =>
  /^Exec=(.*)$/m.exec(autostartEntry({ executable, args }))?.[1];

describe('the autostart file', () => {
  it('starts Stint hidden', () => {
    const entry = autostartEntry({ executable: '/opt/Stint/stint', args: ['--hidden'] });
    expect(entry.startsWith('[Desktop Entry]\nType=Application\n')).toBe(true);
    expect(entry).toContain('\nExec=/opt/Stint/stint --hidden\n');
  });

  it('survives paths that shells and desktops read in their own way', () => {
    expect(execOf('/home/a b/stint')).toBe('"/home/a b/stint"');
    expect(execOf('/x/100%')).toBe('/x/100%%');
    expect(execOf('/x', '')).toBe('/x ""');
    // The value is unescaped first (\\ to \), then the quotes: what is left is /a$b.
    expect(execOf('/a$b')).toBe(String.raw`"/a\\$b"`);
    expect(execOf('/a"b')).toBe(String.raw`"/a\\"b"`);
    expect(execOf('/a\\b')).toBe(String.raw`"/a\\\\b"`);
  });
});
