import { said } from '../values/said.ts';
import type { AgentUse } from '../evidence/agent.ts';
import type { OwnPrices } from '../evidence/cost.ts';
import { sumUses } from '../evidence/cost.ts';
import { compareTexts } from '../values/order.ts';
import type { Facts, LedgerDay } from './facts.ts';
import type { Answer, Asked, Report } from './report.ts';
import { subjectOf } from './report.ts';
import type { ColumnOf, Table } from './table.ts';
import { sumOf, tableOf } from './table.ts';

/** What coding agents read, wrote and cost (design §2 "Two ledgers"). */
export const agentCost: Report<never> = {
  id: 'agent-cost',
  title: said`What agents cost`,
  usual: 'month',
  whose: 'own',
  needs: () => ({ sums: [], uses: true }),
  answer,
};

interface Row {
  readonly name: string;
  readonly tokens: Tokens;
}
interface Tokens {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheCreationTokens: number;
  readonly cacheReadTokens: number;
  readonly costUsd: number;
}

function answer(facts: Facts, asked: Asked): Answer {
  const prices = asked.rules.agentPrices;
  const all = facts.uses.map(({ use }) => use);
  const totals = tokensOf(all, prices);
  const { models, unpriced } = sumUses(all, prices);
  const byModel = models.map(({ model, ...sum }): Row => ({ name: model, tokens: named(sum) }));
  const byDay = rowsBy(facts, prices, ({ date }) => date).toSorted((a, b) => compareTexts(a.name, b.name));
  const byTicket = rowsBy(facts, prices, ({ ticket }) => ticket ?? 'unallocated').toSorted(
    (a, b) => b.tokens.costUsd - a.tokens.costUsd || compareTexts(a.name, b.name),
  );
  const of = (key: string, rows: readonly Row[]) =>
    rows.map(({ name, tokens }) => ({ [key]: name, ...tokens }));
  return {
    title: agentCost.title,
    subject: subjectOf(asked),
    data: {
      totals: { ...totals },
      byModel: of('model', byModel),
      byDay: of('date', byDay),
      byTicket: of('ticket', byTicket),
    },
    tables: [
      tableOf('by_model', said`By model`, columns('model', said`Model`, totals), byModel),
      tableOf('by_day', said`By day`, columns('date', said`Day`, totals), byDay),
      tableOf('by_ticket', said`By ticket`, columns('ticket', said`Ticket`, totals), byTicket),
      ledgerTable(facts.ledgers),
    ],
    main: 'by_day',
    meters: [],
    notes:
      unpriced.length === 0
        ? []
        : [
            said`No price is known for ${unpriced.join(', ')}; its tokens cost nothing here. Set agent.prices.`,
          ],
    alarm: null,
  };
}

function rowsBy({ uses }: Facts, prices: OwnPrices, nameOf: (use: Facts['uses'][number]) => string): Row[] {
  const groups = new Map<string, AgentUse[]>();
  for (const one of uses) {
    const group = groups.get(nameOf(one));
    if (group === undefined) groups.set(nameOf(one), [one.use]);
    else group.push(one.use);
  }
  return [...groups].map(([name, its]) => ({ name, tokens: tokensOf(its, prices) }));
}

const tokensOf = (uses: readonly AgentUse[], prices: OwnPrices): Tokens => named(sumUses(uses, prices));

const named = (sum: {
  input: number;
  output: number;
  cacheWrite: number;
  cacheRead: number;
  costUsd: number;
}): Tokens => ({
  inputTokens: sum.input,
  outputTokens: sum.output,
  cacheCreationTokens: sum.cacheWrite,
  cacheReadTokens: sum.cacheRead,
  // To a millionth of a dollar: sums of binary fractions have a tail nobody means.
  costUsd: Math.round(sum.costUsd * 1e6) / 1e6,
});

const columns = (key: string, title: string, totals: Tokens): ColumnOf<Row>[] => [
  { key, title, kind: key === 'date' ? 'date' : 'text', of: ({ name }) => name, total: said`Total` },
  {
    key: 'input',
    title: said`Input`,
    kind: 'count',
    of: ({ tokens }) => tokens.inputTokens,
    total: totals.inputTokens,
  },
  {
    key: 'output',
    title: said`Output`,
    kind: 'count',
    of: ({ tokens }) => tokens.outputTokens,
    total: totals.outputTokens,
  },
  {
    key: 'cacheWrite',
    title: said`Cache written`,
    kind: 'count',
    of: ({ tokens }) => tokens.cacheCreationTokens,
    total: totals.cacheCreationTokens,
  },
  {
    key: 'cacheRead',
    title: said`Cache read`,
    kind: 'count',
    of: ({ tokens }) => tokens.cacheReadTokens,
    total: totals.cacheReadTokens,
  },
  {
    key: 'cost',
    title: said`Cost`,
    kind: 'money',
    of: ({ tokens }) => usd(tokens.costUsd),
    total: usd(totals.costUsd),
  },
];

/** What agents worked, and what of it somebody was there for. */
const ledgerTable = (ledgers: readonly LedgerDay[]): Table =>
  tableOf(
    'ledgers',
    said`Your attention and the agents’ work`,
    [
      { key: 'date', title: said`Day`, kind: 'date', of: ({ date }) => date, total: said`Total` },
      {
        key: 'attention',
        title: said`Attention`,
        kind: 'minutes',
        of: ({ attention }) => attention,
        total: sumOf(ledgers.map(({ attention }) => ({ minutes: attention }))),
      },
      {
        key: 'agent',
        title: said`Agents worked`,
        kind: 'minutes',
        of: ({ agent }) => agent,
        total: sumOf(ledgers.map(({ agent }) => ({ minutes: agent }))),
      },
    ],
    ledgers,
  );

const usd = (amount: number) => ({ cents: Math.round(amount * 100), currency: 'USD' });
