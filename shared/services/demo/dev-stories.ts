import type { Complexity, Relationship } from '../../evidence/dev-session.ts';
import type { SessionType } from '../../evidence/session.ts';

/** What a made-up development session was about. */
export interface DevStory {
  readonly type: SessionType;
  readonly title: string;
  readonly summary: string;
  readonly nextSteps: readonly string[];
  readonly complexity: Complexity;
  /** What it did to its ticket. */
  readonly relationship: Relationship;
  /** Other tickets, and what it did to them. */
  readonly others: Readonly<Record<string, Relationship>>;
  readonly searches: number;
  readonly images: number;
}

const story = (
  type: SessionType,
  title: string,
  summary: string,
  more: Partial<Omit<DevStory, 'type' | 'title' | 'summary'>> = {},
): DevStory => ({
  type,
  title,
  summary,
  nextSteps: [],
  complexity: 'simple',
  relationship: 'updated',
  others: {},
  searches: 0,
  images: 0,
  ...more,
});

/** The sessions of a ticket, in their order. Written in English, as a person's own words are. */
export const STORIES: Readonly<Record<string, readonly DevStory[]>> = {
  'HBR-204': [
    story(
      'research',
      'How other ferries show their cabins',
      'Looked at five booking pages; a deck at a time is what people understand.',
      {
        nextSteps: ['Draw one deck from the vessel plan', 'Ask Nordholm for plans of the older ships'],
        searches: 14,
        images: 3,
      },
    ),
    story(
      'feature',
      'Draw decks from the vessel plan',
      'Decks are drawn from the plan; prices load behind the map.',
      {
        nextSteps: ['Cabins and reclining seats on one map'],
        complexity: 'medium',
      },
    ),
    story(
      'refactor',
      'One model for cabins and seats',
      'Cabins and seats are places now; the map no longer asks which.',
      {
        complexity: 'medium',
      },
    ),
    story(
      'feature',
      'Move through the seat map by keyboard',
      'Arrows walk the deck, and each seat says why it cannot be chosen.',
      {
        relationship: 'completed',
      },
    ),
  ],
  'HBR-212': [
    story(
      'bugfix',
      'Timetable shows yesterday after midnight',
      'The day came from the browser; it comes from the harbour now.',
      {
        relationship: 'completed',
      },
    ),
  ],
  'TIDE-88': [
    story(
      'feature',
      'Wake up ten minutes before high water',
      'Warnings come while the app is closed, also across the change of the clock.',
      {
        nextSteps: ['Group warnings of one harbour', 'Measure what it costs the battery'],
        complexity: 'medium',
        others: { 'TIDE-97': 'created' },
      },
    ),
    story(
      'bugfix',
      'Asked for permission at every start',
      'Permission is asked for where it is needed, once.',
    ),
    story('feature', 'Group warnings of one harbour', 'One warning for a harbour, with what is next.', {
      relationship: 'completed',
      images: 2,
    }),
  ],
  'OPS-57': [
    story(
      'deployment',
      'Database upgrade in staging',
      'Replicated and switched in staging; readers first, nobody noticed.',
      {
        nextSteps: ['Write down the way back', 'Agree on a morning for production'],
      },
    ),
    story(
      'deployment',
      'Database upgrade in production',
      'Done without a maintenance page; the old one stays for a week.',
      {
        nextSteps: ['Drop the old database'],
        complexity: 'complex',
        relationship: 'completed',
      },
    ),
  ],
  'HBR-219': [
    story(
      'feature',
      'Split a payment between voucher and card',
      'A voucher pays first, the card the rest; both are given back on refunds.',
      {
        nextSteps: ['Show what is left on a voucher', 'Two payments with one voucher at once'],
        complexity: 'complex',
      },
    ),
    story(
      'refactor',
      'Take voucher rules out of the checkout',
      'Rules of vouchers stand in one place, tested without a checkout.',
      {
        complexity: 'medium',
      },
    ),
    story(
      'bugfix',
      'Two payments with one voucher at once',
      'A voucher is held while it pays; the second payment is told so.',
      {
        relationship: 'completed',
      },
    ),
  ],
  'TIDE-101': [
    story(
      'research',
      'How large are the charts of a harbour',
      'Forty megabytes at most; a third of it never changes.',
      {
        nextSteps: ['Fetch only what changed since'],
        searches: 9,
      },
    ),
    story('feature', 'Keep the charts of a harbour on the phone', 'Charts stay, and say how old they are.', {
      nextSteps: ['Make room when the phone is full'],
      complexity: 'medium',
    }),
    story(
      'refactor',
      'Fetch only what changed since',
      'A chart is fetched in parts; a harbour that did not change costs nothing.',
      { complexity: 'medium' },
    ),
    story(
      'feature',
      'Show how old a chart is',
      'Each chart says when it was surveyed and when it was fetched.',
    ),
  ],
  'HBR-231': [
    story(
      'feature',
      'Offer the next three departures',
      'Whoever changes a booking sees three departures with room for all of them.',
      {
        nextSteps: ['Reckon the difference in price', 'Refuse changes two hours before departure'],
        complexity: 'medium',
      },
    ),
    story(
      'refactor',
      'One place that knows what a change costs',
      'Prices of changes are reckoned where prices are.',
    ),
    story(
      'deployment',
      'Offer changes to a tenth of the guests',
      'A tenth of the guests may change their bookings; it is switched off in a minute.',
      { nextSteps: ['Look at refunds on Monday', 'Offer it to everybody'], complexity: 'medium' },
    ),
    story(
      'feature',
      'Keep the cabin when the vessel has one like it',
      'A cabin stays where the other vessel has its like; else three are offered.',
      { nextSteps: ['Mail the new ticket and void the old one'] },
    ),
  ],
  'TIDE-93': [
    story(
      'bugfix',
      'Wrong harbour name on the lock screen',
      'The short name is used where the long one is cut off.',
      {
        relationship: 'completed',
      },
    ),
  ],
  'HBR-226': [
    story(
      'feature',
      'One mail with all tickets of a group',
      'A group gets one mail, and hears who is still missing.',
      {
        relationship: 'completed',
      },
    ),
  ],
};
