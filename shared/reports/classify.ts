import { said } from '../values/said.ts';
import type { RdRules, UseRules } from './rules.ts';
import type { TicketAbout } from './ticket-about.ts';

/** What a ticket's time is in the eyes of an R&D tax scheme (document 4 §6.2), and how sure that is. */
export interface RdVerdict {
  /** A category of the rules, `unclassified`, or what the ticket itself says. */
  readonly category: string;
  readonly qualifies: boolean;
  /** Why somebody has to look at it; null: it is clear. It never counts as R&D before. */
  readonly doubt: string | null;
}

/** Time of which nobody can say what it was. */
export const UNCLASSIFIED = 'unclassified';

/** Other words for the category of research. */
const RESEARCH_WORDS = [
  'research',
  'r&d',
  'rd',
  'research-and-development',
  'development',
  'new-development',
];

/**
 * Sorts a ticket: `x-rd-category` decides, else type and labels. A bug of a new feature is development; a task may be
 * anything unless it is marked as administration. Whatever is in doubt is told and does not qualify by itself.
 * @param about null: time without a ticket.
 */
export function classifyRd(about: TicketAbout | null, rules: RdRules): RdVerdict {
  const sure = (category: string): RdVerdict => ({
    category,
    qualifies: rules.qualifying.includes(category),
    doubt: null,
  });
  const doubtful = (category: string, doubt: string): RdVerdict => ({ category, qualifies: false, doubt });

  if (about === null) return doubtful(UNCLASSIFIED, said`no ticket`);
  if (about.rdCategory !== null) {
    const named = categoryNamed(about.rdCategory, rules);
    return named === null
      ? doubtful(wordOf(about.rdCategory), said`x-rd-category "${about.rdCategory}" is no known category`)
      : sure(named);
  }
  if (about.type === null) return doubtful(UNCLASSIFIED, said`its type is not known`);
  const type = wordOf(about.type);
  const ofType = Object.keys(rules.categories).find((name) => rules.categories[name]!.includes(type));
  if (ofType === undefined) return doubtful(UNCLASSIFIED, said`type "${about.type}" belongs to no category`);
  if (type === 'bug' && has(about, rules.featureLabels)) return sure(rules.qualifying[0] ?? ofType);
  if (isAdmin(about, rules.adminLabels)) return sure('admin' in rules.categories ? 'admin' : ofType);
  if (rules.reviewTypes.includes(type)) return doubtful(ofType, said`a ${type} may be technical or process`);
  return sure(ofType);
}

/** How the documents spell a category in a report. */
export const categoryKey = (category: string): string =>
  category === 'research' ? 'research_and_development' : category.toLowerCase().replaceAll(/[\s-]+/g, '_');

function categoryNamed(text: string, { categories }: RdRules): string | null {
  const word = wordOf(text);
  const known = Object.keys(categories).find(
    (name) => wordOf(name) === word || wordOf(categoryKey(name)) === word,
  );
  return known ?? (RESEARCH_WORDS.includes(word) && 'research' in categories ? 'research' : null);
}

export const USES = ['billable', 'non_billable', 'impediment', 'admin'] as const;
export type Use = (typeof USES)[number];

/**
 * What a ticket's time is to the company (document 4 §6.4). What a label says of the ticket itself comes before whose
 * customer's it is: time lost on a customer's ticket marked as an impediment is not billed for being the customer's.
 * @param customer of its project, where the ticket names none.
 */
export function classifyUse(about: TicketAbout | null, customer: string | null, rules: UseRules): Use {
  if (about === null) return isPaying(customer, rules) ? 'billable' : 'non_billable';
  if (has(about, rules.billableLabels)) return 'billable';
  const type = about.type === null ? '' : wordOf(about.type);
  if (has(about, rules.impedimentLabels) || type.includes('impediment')) return 'impediment';
  const isAdminTask = type === 'task' && /^admin/i.test(about.component ?? '');
  if (has(about, rules.adminLabels) || isAdminTask) return 'admin';
  return isPaying(about.customer ?? customer, rules) ? 'billable' : 'non_billable';
}

const isPaying = (customer: string | null, { internalCustomers }: UseRules): boolean =>
  customer !== null && !internalCustomers.includes(customer.toLowerCase());

const has = ({ labels }: TicketAbout, wanted: readonly string[]): boolean =>
  labels.some((label) => wanted.includes(label));

const isAdmin = (about: TicketAbout, labels: readonly string[]): boolean =>
  has(about, labels) || (wordOf(about.type ?? '') === 'task' && /^admin/i.test(about.component ?? ''));

/** `Support Case` → `support-case`. */
const wordOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
