import { describe, expect, it } from 'vitest';
import type { GlobalKeyStanding } from '../ports/global-keys.ts';
import { globalKeyChecks, listGlobalKeys } from './global-keys.ts';

const desk = (standing: GlobalKeyStanding, keys = 'Control+Alt+T') => ({
  globalKeys: { states: () => [{ action: 'toggle' as const, keys, standing }] },
});

describe('global shortcuts', () => {
  it('say where they are set and what to do when the desktop gives them to somebody else', () => {
    expect(listGlobalKeys(desk('held'))).toEqual([
      {
        action: 'toggle',
        setting: 'app.globalToggle',
        keys: 'Control+Alt+T',
        standing: 'held',
        remedy: null,
      },
    ]);
    expect(listGlobalKeys(desk('refused'))[0]?.remedy).toContain('stint toggle');
    expect(listGlobalKeys(desk('unsure'))[0]?.remedy).toContain('Wayland');
  });

  it('are looked at by the doctor when they are set, and only a refusal is a fault', () => {
    expect(globalKeyChecks(desk('none', ''))).toEqual([]);
    expect(globalKeyChecks(desk('refused'))).toMatchObject([{ name: 'shortcut Control+Alt+T', ok: false }]);
    expect(globalKeyChecks(desk('unsure'))).toMatchObject([{ ok: true }]);
  });
});
