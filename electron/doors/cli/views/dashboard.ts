import type { NewShareShape, ShareShape } from '#shared/contract/dashboard-operations.ts';
import type { Cell, Paper } from '../paper.ts';

/** The token, once, and where it opens something. */
export function sharedView({ customer, token, path, url }: NewShareShape, paper: Paper): string {
  return [
    `${paper.paint('good', '✓')} ${paper.paint('bold', customer)} may read their dashboard with this token:`,
    `  ${paper.paint('accent', token)}`,
    `  ${paper.paint('dim', 'It is shown only now. In a browser it is the password; the name does not matter.')}`,
    `  ${url ?? `${path}  ${paper.paint('warn', '⚠ the HTTP door is shut: stint config set doors.http true')}`}`,
  ].join('\n');
}

export function sharesView(shares: readonly ShareShape[], paper: Paper): string {
  if (shares.length === 0) return paper.paint('dim', 'No customer has a token.');
  return paper.table(
    shares.map(({ customer, createdAt, revokedAt }): Cell[] => [
      { text: revokedAt === null ? '✓' : '·', tone: revokedAt === null ? 'good' : 'dim' },
      { text: customer, tone: 'bold' },
      { text: `since ${createdAt.slice(0, 10)}`, tone: 'dim' },
      { text: revokedAt === null ? '' : `ended ${revokedAt.slice(0, 10)}`, tone: 'dim' },
    ]),
  );
}

export const revokedView = ({ customer }: ShareShape, paper: Paper): string =>
  `${paper.paint('good', '✓')} the token of ${paper.paint('bold', customer)} opens nothing any more`;

/** What goes into a file or a browser is printed as it is. */
export const shownView = ({ text }: { readonly text: string }): string => text.trimEnd();
