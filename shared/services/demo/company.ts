/** The company of the made-up data. Nobody of that name is meant; `.example` belongs to nobody. */
export const COMPANY = 'Harbourlight';
export const PERSON = { user: 'mara', name: 'Mara Lindqvist', email: 'mara@harbourlight.example' } as const;
/** Where the made-up repositories would lie. Nothing is ever looked for there. */
export const CODE_FOLDER = '/home/mara/code';
export const CALENDAR_FILE = '/home/mara/harbourlight.ics';

export interface MadeUpProject {
  readonly key: string;
  readonly name: string;
  readonly customer: string;
  /** Hours sold; null: no limit. */
  readonly budgetHours: number | null;
  /** Euro cents an hour; null: not billed by the hour. */
  readonly cents: number | null;
  readonly repository: string;
  /** At the made-up provider: its unit, and what the whole team used of its budget, in hours. */
  readonly unit: { readonly id: string; readonly name: string; readonly usedHours: number };
}

export const PROJECTS: readonly MadeUpProject[] = [
  {
    key: 'HBR',
    name: 'Ferry booking',
    customer: 'Nordholm Ferries',
    budgetHours: 160,
    cents: 11_500,
    repository: 'ferry-booking',
    unit: { id: '48120', name: 'Development', usedHours: 131 },
  },
  {
    key: 'TIDE',
    name: 'Tide app',
    customer: 'Port of Ellinghavn',
    budgetHours: 60,
    cents: 12_000,
    repository: 'tide-app',
    unit: { id: '48155', name: 'Mobile development', usedHours: 38 },
  },
  {
    key: 'OPS',
    name: 'Platform',
    customer: COMPANY,
    budgetHours: null,
    cents: null,
    repository: 'platform',
    unit: { id: '48007', name: 'Internal', usedHours: 210 },
  },
];

export interface MadeUpTicket {
  readonly id: string;
  readonly title: string;
  readonly type: 'feature' | 'bug' | 'chore';
  /** Hours of work in it: when they are used up, the next ticket comes. */
  readonly hours: number;
  /** Of its branch, behind the ticket. */
  readonly slug: string;
  /** What commits say, in this order; after the last one again from the second. */
  readonly steps: readonly string[];
}

/** What the person works through, the larger tickets one after the other, the smaller ones in between. */
export const LARGE: readonly MadeUpTicket[] = [
  {
    id: 'HBR-204',
    title: 'Seat map for the night ferries',
    type: 'feature',
    hours: 21,
    slug: 'seat-map',
    steps: [
      'Draw decks from the vessel plan',
      'Cabins and reclining seats on one map',
      'Keep the chosen seat while prices load',
      'Say why a seat cannot be chosen',
      'Move through the seat map by keyboard',
      'Test the map with the longest vessel',
    ],
  },
  {
    id: 'TIDE-88',
    title: 'Tide warnings while the app is closed',
    type: 'feature',
    hours: 15,
    slug: 'tide-warnings',
    steps: [
      'Register for warnings of a harbour',
      'Wake up ten minutes before high water',
      'Group warnings of one harbour',
      'Ask for permission where it is needed, not at start',
      'Test warnings across the change of the clock',
    ],
  },
  {
    id: 'HBR-219',
    title: 'Pay with a gift voucher',
    type: 'feature',
    hours: 17,
    slug: 'vouchers',
    steps: [
      'Read voucher codes as people type them',
      'Split a payment between voucher and card',
      'Give the rest of a voucher back on refunds',
      'Show what is left on a voucher',
      'Test two payments with one voucher at once',
    ],
  },
  {
    id: 'TIDE-101',
    title: 'Charts that work without a network',
    type: 'feature',
    hours: 26,
    slug: 'offline-charts',
    steps: [
      'Keep the charts of a harbour on the phone',
      'Show how old a chart is',
      'Fetch only what changed since',
      'Make room when the phone is full',
      'Test a crossing in flight mode',
    ],
  },
  {
    id: 'HBR-231',
    title: 'Change a booking without calling us',
    type: 'feature',
    hours: 26,
    slug: 'change-booking',
    steps: [
      'Offer the next three departures',
      'Reckon the difference in price',
      'Keep the cabin when the vessel has one like it',
      'Mail the new ticket and void the old one',
      'Refuse changes two hours before departure',
    ],
  },
];

export const SMALL: readonly MadeUpTicket[] = [
  {
    id: 'HBR-212',
    title: 'Timetable shows yesterday after midnight',
    type: 'bug',
    hours: 2.5,
    slug: 'timetable-midnight',
    steps: ['Take the day from the harbour, not the browser', 'Test the timetable on both sides of midnight'],
  },
  {
    id: 'OPS-57',
    title: 'Database upgrade without a maintenance page',
    type: 'chore',
    hours: 4,
    slug: 'database-upgrade',
    steps: ['Replicate into the new version', 'Switch readers first', 'Write down the way back'],
  },
  {
    id: 'TIDE-93',
    title: 'Wrong harbour name on the lock screen',
    type: 'bug',
    hours: 1.5,
    slug: 'harbour-name',
    steps: ['Use the short name where the long one is cut off', 'Test names of forty letters'],
  },
  {
    id: 'HBR-226',
    title: 'Group bookings: one mail instead of twelve',
    type: 'feature',
    hours: 3.5,
    slug: 'group-mail',
    steps: ['Collect the tickets of a group', 'One mail with all tickets', 'Say who is still missing'],
  },
  {
    id: 'OPS-61',
    title: 'Alerts that nobody reads',
    type: 'chore',
    hours: 3,
    slug: 'quieter-alerts',
    steps: ['Drop alerts without an owner', 'One alert for one cause', 'Link each alert to what to do'],
  },
  {
    id: 'HBR-238',
    title: 'Invoice shows the wrong VAT for meals on board',
    type: 'bug',
    hours: 2.5,
    slug: 'meal-vat',
    steps: ['Tax meals where they are eaten', 'Test invoices for both sides of the border'],
  },
  {
    id: 'TIDE-97',
    title: 'Battery use while at anchor',
    type: 'bug',
    hours: 3,
    slug: 'battery',
    steps: ['Ask for the position less often at anchor', 'Measure an hour at anchor', 'Stop on low battery'],
  },
];

/** Meetings of an ordinary week. Without a ticket in title or settings they are the questions of the week. */
export interface MadeUpMeeting {
  readonly uid: string;
  readonly title: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[];
  /** Only in this week of the three (0, 1, 2); null: in each. */
  readonly week: number | null;
  /** Minutes after midnight. */
  readonly from: number;
  readonly minutes: number;
  readonly declined: boolean;
  /** Away from the machine meanwhile. */
  readonly elsewhere: boolean;
}

const meeting = (
  uid: string,
  title: string,
  weekdays: readonly number[],
  clock: string,
  minutes: number,
  more: Partial<MadeUpMeeting> = {},
): MadeUpMeeting => {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  const from = hour * 60 + minute;
  return { uid, title, weekdays, week: null, from, minutes, declined: false, elsewhere: false, ...more };
};

export const MEETINGS: readonly MadeUpMeeting[] = [
  meeting('stand-up', 'Daily stand-up', [1, 2, 3, 4, 5], '09:30', 15),
  meeting('planning', 'Sprint planning', [1], '10:30', 60, { elsewhere: true }),
  meeting('refinement', 'HBR-204 Refinement with Nordholm', [3], '14:00', 45),
  meeting('one-to-one', 'Mara / Jonas', [4], '11:00', 30),
  meeting('retro', 'Retro', [5], '15:30', 45, { elsewhere: true }),
  meeting('design', 'TIDE-88 Design review', [2], '15:00', 60, { week: 0 }),
  meeting('customer', 'Customer call: Port of Ellinghavn', [4], '13:30', 45, {
    week: 2,
    elsewhere: true,
  }),
  meeting('interview', 'Interview: backend engineer', [2], '16:00', 60, { week: 2 }),
  meeting('lunch-and-learn', 'Lunch and learn: charts at sea', [3], '12:30', 60, { declined: true }),
];

/** Series that are always booked on a ticket, as somebody said once. */
export const SERIES: Readonly<Record<string, string>> = {
  'Daily stand-up': 'OPS-12',
  'Sprint planning': 'OPS-12',
  Retro: 'OPS-12',
};
export const ROUTINES = { id: 'OPS-12', title: 'Team routines' } as const;
