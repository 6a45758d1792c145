import type { GlobalKeyShape } from '#shared/contract/shortcut-operations.ts';
import type { Cell, Paper } from '../paper.ts';

const MARK: Readonly<Record<GlobalKeyShape['standing'], Cell>> = {
  none: { text: '·', tone: 'dim' },
  held: { text: '✓', tone: 'good' },
  unsure: { text: '?', tone: 'warn' },
  refused: { text: '⚠', tone: 'warn' },
  absent: { text: '·', tone: 'dim' },
};

/** Shortcuts that work from any program, where they are set, and what to do about those that do not. */
export function shortcutsView(keys: readonly GlobalKeyShape[], paper: Paper): string {
  const rows = keys.map((key): Cell[] => [
    MARK[key.standing],
    { text: key.keys === '' ? 'not set' : key.keys, tone: key.keys === '' ? 'dim' : 'bold' },
    { text: key.setting, tone: 'dim' },
  ]);
  const remedies = new Set(keys.flatMap(({ remedy }) => (remedy === null ? [] : [remedy])));
  return [paper.table(rows), ...[...remedies].map((remedy) => paper.paint('dim', remedy))].join('\n');
}
