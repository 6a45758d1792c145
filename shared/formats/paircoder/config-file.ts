import { parseDocument } from 'yaml';
import { z } from 'zod';

const text = z.union([z.string(), z.number()]).transform(String);
const section = z.object({
  provider: z.enum(['toggl', 'clockify', 'harvest', 'productive', 'none']).optional(),
  auto_start: z.boolean().optional(),
  auto_stop: z.boolean().optional(),
  project_mapping: z.record(z.string(), text).optional(),
  workspace_id: text.optional(),
  task_pattern: z.string().optional(),
});

/** What a project says of its timers. The key to the provider stands in no file, and is not read from one. */
export type TimeTracking = z.output<typeof section>;

/** Reads `time_tracking` of `.paircoder/config.yaml` (document 2). @returns null when it says no such thing. */
export function readTimeTracking(file: string): TimeTracking | null {
  const document = parseDocument(file, { logLevel: 'silent', prettyErrors: false });
  if (document.errors.length > 0) return null;
  try {
    const read = z.object({ time_tracking: section }).safeParse(document.toJS({ maxAliasCount: 20 }));
    return read.success ? read.data.time_tracking : null;
  } catch {
    // More aliases than anybody writes.
    return null;
  }
}
