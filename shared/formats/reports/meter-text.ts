import type { Meter } from '../../reports/table.ts';
import { formatShort } from '../../values/minutes.ts';
import type { WriterWords } from './report-file.ts';

/** `TB: 45h of 100h, 45.0%`. */
export const meterText = ({ label, used, of, percent }: Meter, words: Pick<WriterWords, 'of'>): string =>
  of === null
    ? `${label}: ${formatShort(used)}`
    : `${label}: ${formatShort(used)} ${words.of} ${formatShort(of)}, ${(percent ?? 0).toFixed(1)}%`;
