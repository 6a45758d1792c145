import type { Instant } from '../values/instant.ts';
import type { Minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** What a ticket is about, as its tracker or its file has it. Read only; kept so that it is there without a network. */
export interface TicketFacts {
  readonly ticket: TicketId;
  readonly title: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly estimate: Minutes | null;
  readonly labels: readonly string[];
  readonly url: string | null;
  readonly from: 'linear' | 'jira' | 'github' | 'file';
  /** When it was read. */
  readonly at: Instant;
}
