/** Something that has a length: time on a ticket, a person's time, the use of a budget. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Quieter words behind the label: the title of a ticket. */
  readonly detail?: string | null;
  readonly value: number;
  /** The value in words. */
  readonly text: string;
  /** What the value is measured against, such as an estimate or what was sold; drawn as a mark at that length. */
  readonly of?: number | null;
  /** The same in words. */
  readonly ofText?: string | null;
  readonly state?: 'fine' | 'near' | 'over' | 'quiet';
}

export interface LaidBar extends Bar {
  /** Its length as a share of the longest, 0 to 1. */
  readonly share: number;
  /** Where its mark stands, 0 to 1; null: it has none. */
  readonly mark: number | null;
}

export interface LaidBars {
  readonly bars: readonly LaidBar[];
  /** Those that were left out; null: none. */
  readonly rest: { readonly count: number; readonly value: number } | null;
}

/** Lays bars against the longest thing among them, in the order they come in. @param most more than so many are left out. */
export function layBars(bars: readonly Bar[], most = Number.POSITIVE_INFINITY): LaidBars {
  // One more instead of "1 more".
  const shown = bars.length <= most + 1 ? bars : bars.slice(0, most);
  const rest = bars.slice(shown.length);
  const longest = Math.max(0, ...shown.map(({ value, of }) => Math.max(value, of ?? 0)));
  const shareOf = (value: number): number => (longest === 0 ? 0 : Math.max(0, value) / longest);
  return {
    bars: shown.map((bar) => ({
      ...bar,
      share: shareOf(bar.value),
      mark: bar.of === undefined || bar.of === null || bar.of <= 0 ? null : shareOf(bar.of),
    })),
    rest:
      rest.length === 0
        ? null
        : { count: rest.length, value: rest.reduce((sum, { value }) => sum + value, 0) },
  };
}
