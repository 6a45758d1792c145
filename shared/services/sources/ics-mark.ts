import { z } from 'zod';
import type { SourceState } from '../../ports/evidence-stores.ts';

const markShape = z.object({
  /** What was read: from the first instant to the last. */
  from: z.number(),
  to: z.number(),
  /** Stands for all that a reading depends on besides the text: zone, addresses, and how Stint reads. */
  by: z.string(),
  /** Stands for the text. */
  text: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** What had to be left out, in words. */
  told: z.array(z.string()),
  /** How often in a row the server asked for quiet, why, and until when it is left alone. */
  quiet: z.object({ times: z.number(), until: z.number(), why: z.string() }).nullable(),
});

/** Where a reading of a calendar ended. */
export type IcsMark = Readonly<z.infer<typeof markShape>>;

/** Nothing was read yet. */
export const UNREAD: IcsMark = {
  from: 0,
  to: 0,
  by: '',
  text: '',
  etag: null,
  lastModified: null,
  told: [],
  quiet: null,
};

/** Of an older version, or damaged, it is as if nothing had been read. */
export function readIcsMark(mark: SourceState['mark']): IcsMark {
  if (mark === null) return UNREAD;
  try {
    return markShape.parse(JSON.parse(mark));
  } catch {
    return UNREAD;
  }
}
