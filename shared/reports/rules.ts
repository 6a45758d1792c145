import type { Budget } from './budget.ts';
import { budgetsNamed } from './budget.ts';
import type { OwnPrices } from '../evidence/cost.ts';
import type { Settings } from '../settings/catalogue.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** What reports are decided by; a company may have rules of its own (document 4 §7). */
export interface ReportRules {
  readonly hoursPerDay: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly workingDays: readonly number[];
  readonly rd: RdRules;
  readonly use: UseRules;
  /** Rules that the repository of a prefix has for its own tickets. */
  readonly ofPrefix: ReadonlyMap<string, TicketRules>;
  /** Shares of a budget in percent that are worth a warning, the smallest first. */
  readonly budgetPercents: readonly number[];
  readonly agentPrices: OwnPrices;
  /** Customers see who worked for them. */
  readonly customerPeople: boolean;
  /** Budgets of delivery units, besides those of whole projects. */
  readonly budgets: readonly Budget[];
}

/** By what a ticket is classified. */
export interface TicketRules {
  readonly rd: RdRules;
  readonly use: UseRules;
}

export interface RdRules {
  /** Types of tickets by category. */
  readonly categories: Readonly<Record<string, readonly string[]>>;
  /** Categories that qualify. */
  readonly qualifying: readonly string[];
  /** Types that say too little: somebody has to look, unless a label says what it is. */
  readonly reviewTypes: readonly string[];
  /** Labels by which a bug is of a new feature. */
  readonly featureLabels: readonly string[];
  readonly adminLabels: readonly string[];
  /** Whose rules they are, as the summary names them. */
  readonly scheme: string;
}

export interface UseRules {
  readonly billableLabels: readonly string[];
  readonly impedimentLabels: readonly string[];
  readonly adminLabels: readonly string[];
  /** Customers that are the company itself. */
  readonly internalCustomers: readonly string[];
}

/** The rules as the settings have them. @param ofPrefix settings that repositories have for tickets of their prefix. */
export function reportRules(
  settings: Settings,
  ofPrefix: ReadonlyMap<string, Settings> = new Map(),
): ReportRules {
  return {
    hoursPerDay: settings['time.workingHoursPerDay'],
    workingDays: settings['time.workingDays'],
    budgetPercents: settings['reminders.budgetPercents'].toSorted((a, b) => a - b),
    agentPrices: settings['agent.prices'],
    customerPeople: settings['reports.customerPeople'],
    budgets: budgetsNamed(settings['reports.budgets']),
    ...ticketRules(settings),
    ofPrefix: new Map([...ofPrefix].map(([prefix, own]) => [prefix, ticketRules(own)])),
  };
}

/** The rules for a ticket: those of its repository, where it has some; else those of whoever asks. */
export const rulesFor = (rules: ReportRules, ticket: TicketId | null): TicketRules =>
  (ticket === null ? undefined : rules.ofPrefix.get(ticket.slice(0, ticket.lastIndexOf('-')))) ?? rules;

function ticketRules(settings: Settings): TicketRules {
  const adminLabels = lower(settings['reports.adminLabels']);
  return {
    rd: {
      categories: Object.fromEntries(
        Object.entries(settings['reports.rdCategories']).map(([name, types]) => [name, lower(types)]),
      ),
      qualifying: settings['reports.rdQualifying'],
      reviewTypes: lower(settings['reports.rdReviewTypes']),
      featureLabels: lower(settings['reports.rdFeatureLabels']),
      adminLabels,
      scheme: settings['reports.rdScheme'],
    },
    use: {
      billableLabels: lower(settings['reports.billableLabels']),
      impedimentLabels: lower(settings['reports.impedimentLabels']),
      adminLabels,
      internalCustomers: lower(settings['reports.internalCustomers']),
    },
  };
}

const lower = (words: readonly string[]): string[] => words.map((word) => word.toLowerCase());
