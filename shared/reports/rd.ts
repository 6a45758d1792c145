import { said } from '../values/said.ts';
import { prefixOf } from '../values/ticket-id.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { hoursAddingUpTo, hoursOf, percentages } from './apportion.ts';
import type { RdVerdict } from './classify.ts';
import { categoryKey, classifyRd } from './classify.ts';
import type { Facts, TimeSum } from './facts.ts';
import type { Answer, Asked, Data, Report } from './report.ts';
import { periodKey, subjectOf } from './report.ts';
import { rulesFor } from './rules.ts';
import { sumOf, tableOf } from './table.ts';
import type { TicketAbout } from './ticket-about.ts';
import { aboutTicket } from './ticket-about.ts';

type By = 'project' | 'ticket';

/** What of a month's engineering is research and development, for tax relief (document 4 §6.2). */
export const rd: Report<By> = {
  id: 'rd',
  title: said`R&D report`,
  usual: 'month',
  whose: 'everybody',
  needs: () => ({ sums: ['project', 'ticket'] }),
  answer,
};

/** Time on a ticket within a project, sorted. */
interface Row {
  readonly project: string;
  readonly about: TicketAbout | null;
  readonly minutes: number;
  readonly verdict: RdVerdict;
  readonly hours: number;
}

interface Group<Of> {
  readonly name: string;
  readonly hours: number;
  readonly minutes: number;
  readonly parts: readonly Of[];
}

function answer(facts: Facts<By>, asked: Asked): Answer {
  const { rd: rules } = asked.rules;
  const total = sumOf(facts.sums);
  const sorted = facts.sums.map((sum) => sort(sum, facts, asked)).filter(({ minutes }) => minutes !== 0);
  const totalHours = hoursOf(total);
  const categories = inOrder(
    groups(sorted, ({ verdict }) => verdict.category, totalHours),
    rules.qualifying,
  ).map((category) => ({
    ...category,
    projects: groups(category.parts, ({ project }) => project, category.hours).map((project) => ({
      ...project,
      tickets: withHours(project.parts, project.hours),
    })),
  }));
  const shares = percentages(categories.map(({ minutes }) => minutes));
  const rows = categories.flatMap(({ projects }) => projects.flatMap(({ tickets }) => tickets));
  const doubts = rows
    .filter(({ verdict }) => verdict.doubt !== null)
    .toSorted((a, b) => b.minutes - a.minutes);
  const qualifying = categories
    .map(({ parts }, at) => (parts.some(({ verdict }) => verdict.qualifies) ? shares[at]! : 0))
    .reduce((sum, share) => sum + Math.round(share * 10), 0);
  const summary = summaryOf(qualifying / 10, rows, asked);
  return {
    title: rd.title,
    subject: subjectOf(asked),
    data: {
      ...periodKey('month', asked),
      generated: asked.today,
      total_hours: totalHours,
      by_category: Object.fromEntries(
        categories.map(({ name, hours, projects }, at) => [
          categoryKey(name),
          {
            hours,
            percentage: shares[at]!,
            projects: Object.fromEntries(
              projects.map((project) => [
                project.name,
                { hours: project.hours, tickets: project.tickets.map(ticketData) },
              ]),
            ),
          },
        ]),
      ),
      summary,
      ...(doubts.length === 0
        ? {}
        : { needs_review: doubts.map((row) => ({ ...ticketData(row), reason: row.verdict.doubt })) }),
    },
    tables: [
      tableOf(
        'by_category',
        said`By category`,
        [
          {
            key: 'category',
            title: said`Category`,
            kind: 'text',
            of: (row) => titleOf(row.name),
            total: said`Total`,
          },
          {
            key: 'qualifies',
            title: said`Qualifies`,
            kind: 'text',
            of: (row) => (row.parts.some(({ verdict }) => verdict.qualifies) ? said`yes` : said`no`),
          },
          { key: 'time', title: said`Time`, kind: 'minutes', of: (row) => row.minutes, total },
          {
            key: 'percentage',
            title: said`Share`,
            kind: 'percent',
            of: (row) => shares[categories.indexOf(row)]!,
            total: total === 0 ? 0 : 100,
          },
        ],
        categories,
      ),
      tableOf(
        'by_ticket',
        said`Projects and tickets`,
        [
          {
            key: 'category',
            title: said`Category`,
            kind: 'text',
            of: ({ verdict }) => titleOf(verdict.category),
            total: said`Total`,
          },
          { key: 'project', title: said`Project`, kind: 'text', of: ({ project }) => project },
          { key: 'ticket', title: said`Ticket`, kind: 'text', of: ({ about }) => about?.id ?? 'unallocated' },
          { key: 'type', title: said`Type`, kind: 'text', of: ({ about }) => about?.type ?? null },
          { key: 'title', title: said`Title`, kind: 'text', of: ({ about }) => about?.title ?? null },
          { key: 'time', title: said`Time`, kind: 'minutes', of: ({ minutes }) => minutes, total },
        ],
        rows,
      ),
      tableOf(
        'needs_review',
        said`Needs review`,
        [
          { key: 'ticket', title: said`Ticket`, kind: 'text', of: ({ about }) => about?.id ?? 'unallocated' },
          { key: 'type', title: said`Type`, kind: 'text', of: ({ about }) => about?.type ?? null },
          { key: 'title', title: said`Title`, kind: 'text', of: ({ about }) => about?.title ?? null },
          { key: 'time', title: said`Time`, kind: 'minutes', of: ({ minutes }) => minutes },
          { key: 'reason', title: said`Why`, kind: 'text', of: ({ verdict }) => verdict.doubt },
        ],
        doubts,
      ),
    ],
    main: 'by_ticket',
    meters: [],
    notes: total === 0 ? [] : [...summary.trim().split('\n'), ...doubtNote(doubts.length)],
    alarm: null,
  };
}

/** What counts as research and development, by ticket. */
export const qualifyingRd = (
  facts: Facts<By>,
  asked: Asked,
): readonly { readonly project: string; readonly about: TicketAbout; readonly category: string }[] =>
  facts.sums
    .map((sum) => sort(sum, facts, asked))
    .flatMap(({ project, about, minutes, verdict }) =>
      about === null || !verdict.qualifies || minutes === 0
        ? []
        : [{ project, about, category: verdict.category }],
    );

function sort(sum: TimeSum<By>, facts: Facts<By>, { rules }: Asked): Row {
  const about = sum.ticket === null ? null : aboutTicket(sum.ticket, facts.tickets.get(sum.ticket));
  return {
    project: projectOf(sum.project, sum.ticket),
    about,
    minutes: sum.minutes,
    verdict: classifyRd(about, rulesFor(rules, sum.ticket).rd),
    hours: 0,
  };
}

const projectOf = (project: string | null, ticket: TicketId | null): string =>
  project ?? (ticket === null ? 'unallocated' : prefixOf(ticket));

/** Rows that belong together, the largest first, with hours that add up to those of the whole. */
function groups(rows: readonly Row[], nameOf: (row: Row) => string, whole: number): Group<Row>[] {
  const byName = new Map<string, Row[]>();
  for (const row of rows) byName.set(nameOf(row), [...(byName.get(nameOf(row)) ?? []), row]);
  const found = [...byName].map(([name, parts]) => ({ name, parts, minutes: sumOf(parts) }));
  found.sort((a, b) => b.minutes - a.minutes || (a.name < b.name ? -1 : 1));
  const hours = hoursAddingUpTo(
    whole,
    found.map(({ minutes }) => minutes),
  );
  return found.map((group, at) => ({ ...group, hours: hours[at]! }));
}

function withHours(rows: readonly Row[], whole: number): Row[] {
  const sorted = rows.toSorted(
    (a, b) => b.minutes - a.minutes || ((a.about?.id ?? '') < (b.about?.id ?? '') ? -1 : 1),
  );
  const hours = hoursAddingUpTo(
    whole,
    sorted.map(({ minutes }) => minutes),
  );
  return sorted.map((row, at) => ({ ...row, hours: hours[at]! }));
}

/** What qualifies comes first. */
const inOrder = (categories: Group<Row>[], qualifying: readonly string[]): Group<Row>[] =>
  categories.toSorted((a, b) => Number(qualifying.includes(b.name)) - Number(qualifying.includes(a.name)));

const ticketData = ({ about, hours }: Row): Data => ({
  id: about?.id ?? 'unallocated',
  type: about?.type ?? null,
  title: about?.title ?? null,
  hours,
  ...(about?.rdCategory ? { 'x-rd-category': about.rdCategory } : {}),
});

/** How many activities the summary names. */
const NAMED = 5;

function summaryOf(share: number, rows: readonly Row[], { rules }: Asked): string {
  const first = said`${share.toFixed(1)}% of engineering time qualifies as R&D under ${rules.rd.scheme}.`;
  const key = rows
    .filter(({ verdict, about }) => verdict.qualifies && about !== null)
    .toSorted((a, b) => b.minutes - a.minutes)
    .slice(0, NAMED)
    .map(({ about, project }) => `${about!.title ?? about!.id} (${project})`);
  return key.length === 0 ? `${first}\n` : `${first}\n${said`Key R&D activities: ${key.join(', ')}.`}\n`;
}

const doubtNote = (count: number): string[] =>
  count === 0
    ? []
    : [
        count === 1
          ? said`1 ticket needs a look: what is in doubt does not count as R&D.`
          : said`${count} tickets need a look: what is in doubt does not count as R&D.`,
        said`Give a ticket an x-rd-category (research, maintenance, admin) or a type.`,
      ];

const TITLES: Readonly<Record<string, string>> = {
  research: said`Research and development`,
  maintenance: said`Maintenance`,
  admin: said`Administration`,
  support: said`Support`,
  unclassified: said`Unclassified`,
};

const titleOf = (category: string): string => TITLES[category] ?? category;
