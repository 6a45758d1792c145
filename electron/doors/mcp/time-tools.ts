import { dayOperations } from '#shared/contract/day-operations.ts';
import { entryOperations } from '#shared/contract/entry-operations.ts';
import type { ReportShape } from '#shared/contract/report-operations.ts';
import { reportOperations } from '#shared/contract/report-operations.ts';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { dayInput, weekInput } from '#shared/contract/shapes.ts';
import { weekOperations } from '#shared/contract/week-operations.ts';
import { formatShort, minutes } from '#shared/values/minutes.ts';
import { Problem } from '#shared/values/problem.ts';
import { z } from 'zod';
import { reportText, textOf } from './text.ts';
import type { Tool } from './tool.ts';
import { ADDS, LOOKS, outputOf, schemasOf } from './tool.ts';

/** What a report gives an agent: its data and its title, not the tables it is drawn from. */
const reportOutput = z.object({
  title: z.string(),
  subject: z.string(),
  period: outputOf(reportOperations.ticket).shape['period'] as z.ZodObject,
  data: z.record(z.string(), z.unknown()).describe('The report in the keys of its YAML; minutes are whole'),
  notes: z.array(z.string()),
});

function reportTool(
  id: 'ticket' | 'rd',
  fields: readonly string[],
  more: Omit<Tool, 'input' | 'output' | 'run' | 'hints'>,
): Tool {
  const { shape } = schemasOf(reportOperations[id]).input;
  return {
    ...more,
    hints: LOOKS,
    input: z.strictObject(
      Object.fromEntries(fields.flatMap((name) => (name in shape ? [[name, shape[name]!]] : []))),
    ),
    output: reportOutput,
    async run(input, { ask }) {
      const report = (await ask(['report', id], { ...input, format: 'md' })) as ReportShape;
      const { title, subject, period, data, notes } = report;
      return { text: reportText(report), data: { title, subject, period, data, notes } };
    },
  };
}

/** Looking at time, and drafting it. */
export const TIME_TOOLS: readonly Tool[] = [
  {
    name: 'today',
    title: 'Today’s timesheet',
    description:
      'Shows a day: its entries with ticket, minutes, source and id, the totals against the target, what is untracked, and warnings. Without a date: today.',
    hints: LOOKS,
    input: z.strictObject({ date: dayInput.optional() }),
    output: outputOf(dayOperations.show),
    async run({ date = 'today' }, { ask }) {
      return shown(['day', 'show'], await ask(['day', 'show'], { date }));
    },
  },
  {
    name: 'week',
    title: 'A week’s timesheet',
    description:
      'Shows a week: every day with its status and minutes, every ticket with its minutes by day, totals and warnings. Without a week: this one.',
    hints: LOOKS,
    input: z.strictObject({ week: weekInput.optional() }),
    output: outputOf(weekOperations.show),
    async run({ week = 'this' }, { ask }) {
      return shown(['week', 'show'], await ask(['week', 'show'], { week }));
    },
  },
  reportTool('ticket', ['ticket', 'user', 'period', 'from', 'to'], {
    name: 'time_on_ticket',
    title: 'Time on a ticket',
    description:
      'All time on one ticket (such as TB-042), by person, with its estimate and what is left of it. Give a period, or from and to, to narrow it.',
  }),
  reportTool('rd', ['month', 'period', 'project', 'user', 'from', 'to'], {
    name: 'rd_report',
    title: 'R&D report',
    description:
      'What of a month’s time is research and development and what is not, with its categories. Without a month: this one. Month as 2026-02, this or last.',
  }),
  {
    name: 'why',
    title: 'Why an entry is what it is',
    description:
      'Explains an entry: the commits, meetings, spans and the rule that made it, with the minutes each brought. Takes the id of an entry as `today` gives it.',
    hints: LOOKS,
    input: schemasOf(entryOperations.why).input.strict(),
    output: outputOf(entryOperations.why),
    async run({ id }, { ask }) {
      return shown(['entry', 'why'], await ask(['entry', 'why'], { id }));
    },
  },
  {
    name: 'log_time',
    title: 'Draft an entry',
    description:
      'Adds a manual entry to a draft day from plain words, English or German: a duration or a clock range, a ticket, what it was, and a day if it was not today. Example: “2h on TINT-191 for HR training yesterday”. The person reviews it; nothing is submitted.',
    hints: ADDS,
    input: schemasOf(entryOperations.log).input.strict(),
    output: outputOf(entryOperations.log),
    async run(input, { ask }) {
      return shown(['entry', 'log'], await ask(['entry', 'log'], input));
    },
  },
  {
    name: 'submit_timesheet',
    title: 'Submit a week',
    description:
      'Submits the reviewed days of a week, after the person agreed: they are asked through this client, and nothing happens without their yes. A submitted day takes only corrections. Without a week: this one.',
    hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
    input: z.strictObject({ week: weekInput.optional() }),
    output: outputOf(weekOperations.submit).extend({ agreed: z.boolean().describe('What the person said') }),
    async run({ week = 'this' }, { ask, person }) {
      const before = (await ask(['week', 'show'], { week })) as WeekShape;
      const agreed = await person.agrees({
        question: submitQuestion(before),
        yes: `Submit ${before.week}`,
        elsewhere: `stint submit ${before.week}`,
      });
      if (!agreed)
        return {
          text: `The person did not agree. Nothing of ${before.week} was submitted.`,
          data: { agreed, week: before.week, submitted: [], leftBehind: [] },
        };
      const told = (await ask(['week', 'submit'], { week: before.week })) as Record<string, unknown>;
      return { text: await textOf(['week', 'submit'], told), data: { ...told, agreed } };
    },
  },
];

/**
 * What the person agrees to: how many days and hours, and what stays behind.
 * @throws Problem `refused` where no day is ready: then there is nothing to ask.
 */
function submitQuestion({ week, days }: WeekShape): string {
  const worked = days.filter(({ minutes, entries }) => minutes > 0 || entries > 0);
  const ready = worked.filter(({ status }) => status === 'reviewed');
  if (ready.length === 0)
    throw new Problem(
      'refused',
      `No day of ${week} is reviewed and waits to be submitted.`,
      'The person reviews days in Stint’s window, or with `stint confirm DATE`.',
    );
  const sum = ready.reduce((total, day) => total + day.minutes, 0);
  const drafts = worked.filter(({ status }) => status === 'draft').length;
  const left =
    drafts === 0 ? '' : ` ${counted(drafts, 'day is', 'days are')} not reviewed and would stay behind.`;
  return `Submit your timesheet of ${week}? ${counted(ready.length, 'reviewed day', 'reviewed days')}, ${formatShort(minutes(sum))}.${left} A submitted day takes only corrections.`;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

async function shown(operation: readonly string[], output: unknown) {
  return { text: await textOf(operation, output), data: output as Record<string, unknown> };
}
