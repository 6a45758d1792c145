import type { Instant } from '../values/instant.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** A line of a telemetry log: a tool says that work on a ticket began or ended (document 4 §2.3). */
export interface ToolMark {
  readonly user: string;
  readonly tool: string;
  readonly at: Instant;
  readonly kind: 'start' | 'stop';
  readonly ticket: TicketId | null;
  /** Folder or repository it came from; null: the data folder. */
  readonly project: string | null;
  readonly detail: string;
}
