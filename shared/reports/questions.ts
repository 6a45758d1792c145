import type { z } from 'zod';
import { said } from '../values/said.ts';
import {
  monthField,
  periodField,
  projectField,
  rangeFields,
  some,
  userField,
  weekField,
  words,
  yes,
} from './fields.ts';

/** What a report can be asked, for whoever asks: it loads nothing of what answers. */
export interface Question {
  /** In one line, for help. */
  readonly question: string;
  /** What it may be asked; see `fields.ts`. */
  readonly fields: () => z.ZodRawShape;
  /** Fields that stand without a flag. */
  readonly positional?: readonly string[];
  readonly examples: readonly string[];
}

/** Every report there is, by the name the command line knows it by. What answers is in `catalogue.ts`. */
export const QUESTIONS = {
  timesheet: {
    question: said`A person’s week, by day and by ticket`,
    fields: () => ({
      week: weekField,
      user: userField,
      project: projectField,
      period: periodField,
      ...rangeFields,
    }),
    examples: [
      'stint report timesheet --week 2026-W07',
      'stint report timesheet --user sarah --format xlsx --out week.xlsx',
    ],
  },
  rd: {
    question: said`What of a month’s time is research and development, and what is not`,
    fields: () => ({
      month: monthField,
      user: userField,
      project: projectField,
      period: periodField,
      evidence: yes().describe(
        'As a zip with all it rests on: commits, sessions, dates, corrections, audit log',
      ),
      ...rangeFields,
    }),
    examples: [
      'stint report rd --month 2026-02',
      'stint report rd --period 2026-Q1 --format yaml',
      'stint report rd --month 2026-02 --evidence --out rd-2026-02.zip',
    ],
  },
  sprint: {
    question: said`Estimate, logged and remaining time of a sprint’s tickets, and how accurate the estimates were`,
    fields: () => ({
      week: weekField,
      name: words(200).describe('The sprint, as its tickets name it'),
      sprint: words(200).describe('A week, or the sprint as its tickets name it'),
      project: projectField,
      user: userField,
      ...rangeFields,
    }),
    positional: ['name?'],
    examples: ['stint report sprint --week 2026-W07', 'stint report sprint sprint-7'],
  },
  utilisation: {
    question: said`What of somebody’s time was billable, lost to impediments, administration`,
    fields: () => ({
      month: monthField,
      user: userField,
      week: weekField,
      project: projectField,
      period: periodField,
      ...rangeFields,
    }),
    examples: [
      'stint report utilisation --month 2026-02',
      'stint report utilisation --user all --period 2026-Q1',
    ],
  },
  project: {
    question: said`People, sessions, time and tickets of a project, and its budget`,
    fields: () => ({
      project: some(200).describe('The project, such as TB'),
      period: periodField,
      week: weekField,
      month: monthField,
      user: userField,
      ...rangeFields,
    }),
    positional: ['project'],
    examples: [
      'stint report project customer-portal --period today',
      'stint report project TB --period 2026-01',
    ],
  },
  ticket: {
    question: said`All time on a ticket, by person, with its estimate and entries`,
    fields: () => ({
      ticket: some(64).describe('The ticket, such as TB-042'),
      user: userField,
      period: periodField,
      ...rangeFields,
    }),
    positional: ['ticket'],
    examples: ['stint report ticket TB-042'],
  },
  summary: {
    question: said`Time, estimates and people of all tickets of a plan or sprint`,
    fields: () => ({
      plan: words(200).describe('The plan, as its tickets name it'),
      sprint: words(200).describe('The sprint, as its tickets name it'),
      user: userField,
      period: periodField,
      ...rangeFields,
    }),
    examples: ['stint report summary --plan checkout-v2', 'stint report summary --sprint sprint-7'],
  },
  budget: {
    question: said`Used, left, money and the day a budget runs out`,
    fields: () => ({
      project: words(200).describe('The project, such as TB; default: all with a budget'),
      customer: words(200).describe('All projects of a customer'),
      check: yes().describe('Exit with 3 when a warning is due'),
      month: monthField,
      period: periodField,
      ...rangeFields,
    }),
    examples: ['stint report budget --project TB', 'stint report budget --check'],
  },
  customer: {
    question: said`What a customer may see: contingent, use by delivery unit, last activities, invoice basis`,
    fields: () => ({
      customer: some(200).describe('The customer, as its projects name it'),
      period: words(40).describe('As elsewhere, or `90 days`; default: the last 30 days'),
      week: weekField,
      month: monthField,
      ...rangeFields,
    }),
    positional: ['customer'],
    examples: [
      'stint report customer "Acme Corp"',
      'stint report customer "Acme Corp" --month last --format html --out acme.html',
    ],
  },
  'agent-cost': {
    question: said`Tokens and cost of coding agents, by model, day and ticket`,
    fields: () => ({
      period: periodField,
      week: weekField,
      month: monthField,
      project: projectField,
      ...rangeFields,
    }),
    examples: ['stint report agent-cost --month 2026-02'],
  },
} as const satisfies Readonly<Record<string, Question>>;

export type ReportId = keyof typeof QUESTIONS;
export const REPORT_IDS = Object.keys(QUESTIONS) as readonly ReportId[];
