import type { TicketFacts } from '../../evidence/ticket-facts.ts';
import type { HttpResponse } from '../../ports/http.ts';
import type { Instant } from '../../values/instant.ts';
import type { TicketId } from '../../values/ticket-id.ts';

export type TrackerId = Exclude<TicketFacts['from'], 'file'>;
export const TRACKER_IDS = ['linear', 'jira', 'github'] as const satisfies TrackerId[];
export const TRACKER_NAMES: Readonly<Record<TrackerId, string>> = {
  linear: 'Linear',
  jira: 'Jira',
  github: 'GitHub',
};

/** How a tracker is reached. */
export interface TrackerAccess {
  /** Where its interface begins, without a slash at the end. */
  readonly base: string;
  /** Null: asked without one, where the tracker allows it. */
  readonly token: string | null;
  /** Jira: the address the person logs in with. */
  readonly email: string;
  /** GitHub: owner/repository of the ticket's prefix. */
  readonly repository: string;
}

/** One question, as it is sent; how long it may take is the asker's. */
export interface TrackerQuestion {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What a tracker knows of a ticket. */
export type FactsTold = Pick<TicketFacts, 'title' | 'type' | 'status' | 'estimate' | 'labels' | 'url'>;

/**
 * What an answer comes to. `why` is in the tracker's own words wherever it had some.
 * `missing` – there is no such ticket, or this token may not see it; `unauthorised` – the token is not accepted;
 * `quiet` – it asks to be left alone until `until` (null: it did not say); `nonsense` – no answer of a tracker at all.
 */
export type TrackerAnswer =
  | {
      readonly kind: 'facts';
      readonly facts: FactsTold;
      /** This was the last question allowed until then. */
      readonly quietUntil: Instant | null;
    }
  | { readonly kind: 'missing' | 'unauthorised' | 'nonsense'; readonly why: string }
  | { readonly kind: 'quiet'; readonly why: string; readonly until: Instant | null };

/** One tracker: what to ask, and what its answers mean. Pure; tokens stand in headers only. */
export interface Tracker {
  readonly id: TrackerId;
  /** Where it is, unless a setting says otherwise; '' where there is no usual place. */
  readonly usualBase: string;
  question(ticket: TicketId, access: TrackerAccess): TrackerQuestion;
  /** Whatever came, it is read; never throws. @param now for waits that are told in seconds. */
  answer(response: HttpResponse, now: Instant): TrackerAnswer;
}

export const USER_AGENT = 'Stint (timesheets from the desktop of one developer)';
