import type { SecretShape } from '#shared/contract/secret-operations.ts';
import type { Cell, Paper } from '../paper.ts';

/** Tokens and where they come from. */
export function secretsView(secrets: readonly SecretShape[], paper: Paper): string {
  const rows = secrets.map(({ name, from }): Cell[] => [
    { text: from === null ? '·' : '✓', tone: from === null ? 'dim' : 'good' },
    { text: name, tone: 'bold' },
    { text: from === null ? 'none' : `from the ${from}`, tone: 'dim' },
  ]);
  return paper.table(rows) + warningText(secrets[0]?.warning ?? null, paper);
}

export const secretView =
  (done: string) =>
  ({ name, from, warning }: SecretShape, paper: Paper): string => {
    const still = from === null ? '' : ` ${paper.paint('dim', `(now from the ${from})`)}`;
    return `${paper.paint('good', '✓')} ${paper.paint('bold', name)} ${done}${still}${warningText(warning, paper)}`;
  };

const warningText = (warning: string | null, paper: Paper): string =>
  warning === null ? '' : `\n  ${paper.paint('warn', `⚠ ${warning}`)}`;
