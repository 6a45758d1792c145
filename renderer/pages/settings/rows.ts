/** A line of a setting that has names with something behind each; while it is written it may be incomplete. */
export interface Row {
  readonly name: string;
  /** One text for each column; a list as texts parted by commas. */
  readonly cells: readonly string[];
}

type Kind = 'map' | 'lists' | 'table';

/** The lines of a value. */
export function rowsOf(kind: Kind, value: unknown, columns: readonly string[]): Row[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, content]: [string, unknown]) => {
    if (kind === 'lists') return { name, cells: [Array.isArray(content) ? content.join(', ') : ''] };
    if (kind === 'map') return { name, cells: [typeof content === 'string' ? content : ''] };
    const numbers: unknown = content;
    const cell = (column: string): string => {
      const one: unknown =
        typeof numbers === 'object' && numbers !== null ? Reflect.get(numbers, column) : undefined;
      return typeof one === 'number' ? String(one) : '';
    };
    return { name, cells: columns.map(cell) };
  });
}

/** What is wrong with the lines: a name twice, or half a line; null: nothing. Empty lines are left out. */
export function rowsProblem(kind: Kind, rows: readonly Row[]): 'half' | 'twice' | 'number' | null {
  const filled = rows.filter((row) => row.name.trim() !== '' || row.cells.some((cell) => cell.trim() !== ''));
  const names = filled.map((row) => row.name.trim());
  if (new Set(names).size < names.length) return 'twice';
  if (kind === 'table' && filled.some((row) => row.cells.some((cell) => Number.isNaN(numberOf(cell)))))
    return 'number';
  const isHalf = (row: Row): boolean =>
    row.name.trim() === '' || (kind === 'map' && row.cells.every((cell) => cell.trim() === ''));
  return filled.some(isHalf) ? 'half' : null;
}

const numberOf = (text: string): number => Number(text.trim().replace(',', '.'));

/** The value of complete lines. */
export function valueOf(
  kind: Kind,
  rows: readonly Row[],
  columns: readonly string[],
): Record<string, unknown> {
  const filled = rows.filter((row) => row.name.trim() !== '');
  return Object.fromEntries(
    filled.map(({ name, cells }): [string, unknown] => {
      if (kind === 'map') return [name.trim(), cells[0]!.trim()];
      if (kind === 'lists')
        return [
          name.trim(),
          cells[0]!
            .split(',')
            .map((text) => text.trim())
            .filter((text) => text !== ''),
        ];
      const numbers = columns.flatMap((column, index) => {
        const text = cells[index]?.trim() ?? '';
        return text === '' ? [] : [[column, numberOf(text)] as const];
      });
      return [name.trim(), Object.fromEntries(numbers)];
    }),
  );
}
