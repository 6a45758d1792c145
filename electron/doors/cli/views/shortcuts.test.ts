import { expect, it } from 'vitest';
import type { GlobalKeyShape } from '#shared/contract/shortcut-operations.ts';
import { paperOf } from '../paper.ts';
import { viewOf } from './catalogue.ts';

const key = (given: Partial<GlobalKeyShape>): GlobalKeyShape => ({
  action: 'toggle',
  setting: 'app.globalToggle',
  keys: '',
  standing: 'none',
  remedy: null,
  ...given,
});

it('shows which keys work from any program, and says once what to do about those that do not', () => {
  const remedy = 'Choose others.';
  const text = viewOf(
    ['shortcut', 'list'],
    [
      key({ keys: 'Control+Alt+T', standing: 'held' }),
      key({ setting: 'app.globalQuickAdd', keys: 'Alt+N', standing: 'refused', remedy }),
      key({ setting: 'app.globalWindow', keys: 'Alt+W', standing: 'refused', remedy }),
      key({ setting: 'app.another' }),
    ],
    paperOf({ colour: false, width: 80 }),
  );
  expect(text.split('\n').map((line) => line.trim())).toEqual([
    '✓  Control+Alt+T  app.globalToggle',
    '⚠  Alt+N          app.globalQuickAdd',
    '⚠  Alt+W          app.globalWindow',
    '·  not set        app.another',
    'Choose others.',
  ]);
});
