import type { ReportShape } from '#shared/contract/report-operations.ts';
import { formatTimesheet } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useHostWords } from '../../hooks/host-words.ts';

type ReportTable = ReportShape['tables'][number];
type Cell = ReportTable['rows'][number][number];

/** A table of a report, its columns written as what stands in them is. */
export function CustomerTable({ table: { columns, rows, total } }: { table: ReportTable }) {
  const formats = useFormats();
  const hostWords = useHostWords();
  const words = (cell: Cell, kind: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'object') return formats.money(cell.cents / 100, cell.currency);
    if (kind === 'minutes') return formatTimesheet(Number(cell));
    if (kind === 'date') return formats.shortDay(String(cell));
    return kind === 'percent' ? `${formats.decimal(Number(cell))} %` : String(cell);
  };
  const line = (cells: readonly Cell[], isTotal: boolean) =>
    cells.map((cell, at) => {
      const { key, kind } = columns[at] ?? { key: String(at), kind: 'text' };
      const text = isTotal && typeof cell === 'string' ? hostWords(cell) : words(cell, kind);
      const className = classOf(kind);
      return at === 0 ? (
        <th key={key} scope="row" className={className}>
          {text}
        </th>
      ) : (
        <td key={key} className={className}>
          {text}
        </td>
      );
    });
  return (
    <table className="customer-table">
      <thead>
        <tr>
          {columns.map(({ key, title, kind }) => (
            <th key={key} scope="col" className={classOf(kind)}>
              {hostWords(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // Two rows may say the same; their place is all that tells them apart.
          <tr key={at}>{line(row, false)}</tr>
        ))}
      </tbody>
      {total !== null && (
        <tfoot>
          <tr>{line(total, true)}</tr>
        </tfoot>
      )}
    </table>
  );
}

const classOf = (kind: string): string | undefined =>
  kind === 'text' ? undefined : kind === 'date' ? 'customer-date' : 'num';
