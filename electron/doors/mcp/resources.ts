import type {
  ListResourcesResult,
  ReadResourceResult,
  ResourceTemplate,
} from '@modelcontextprotocol/sdk/types.js';
import type {
  DevSessionPage,
  DevSessionReport,
  DevSessionShape,
} from '#shared/contract/dev-session-shapes.ts';
import type { DayShape, WeekShape } from '#shared/contract/shapes.ts';
import type { Problem as Refusal } from '#shared/values/problem.ts';
import { Problem } from '#shared/values/problem.ts';
import { addWeeks, parseWeek } from '#shared/values/iso-week.ts';
import { addDays, parseLocalDay } from '#shared/values/local-day.ts';
import type { Ask } from './tool.ts';

const JSON_TYPE = 'application/json';
const MARKDOWN = 'text/markdown';

const DAY = 'stint://day/{date}';
const WEEK = 'stint://week/{week}';
const REPORT = 'stint://session/{id}/report';

/** What can be read by address; the words in braces are completed. */
export const TEMPLATES: readonly ResourceTemplate[] = [
  {
    uriTemplate: DAY,
    name: 'day',
    title: 'A day’s timesheet',
    description: 'Entries, totals and warnings of a local day: a date, today or yesterday',
    mimeType: JSON_TYPE,
  },
  {
    uriTemplate: WEEK,
    name: 'week',
    title: 'A week’s timesheet',
    description: 'Days, tickets and totals of an ISO week: 2026-W07, this or last',
    mimeType: JSON_TYPE,
  },
  {
    uriTemplate: REPORT,
    name: 'session-report',
    title: 'Report of a development session',
    description: 'What was built, in which commits, and what it cost',
    mimeType: MARKDOWN,
  },
];

/** Today and this week, then the reports of development sessions, the newest first, a page at a time. */
export async function listResources(ask: Ask, cursor: string | undefined): Promise<ListResourcesResult> {
  const page = (await ask(['devSession', 'list'], {
    limit: 50,
    ...(cursor === undefined ? {} : { before: cursor }),
  })) as DevSessionPage;
  const first = [
    { uri: 'stint://day/today', name: 'today', title: 'Today’s timesheet', mimeType: JSON_TYPE },
    { uri: 'stint://week/this', name: 'this-week', title: 'This week’s timesheet', mimeType: JSON_TYPE },
  ];
  const reports = page.sessions.map(({ id, title, endedAt, updatedAt }) => ({
    uri: REPORT.replace('{id}', id),
    name: id,
    title: `Report: ${title}`,
    mimeType: MARKDOWN,
    annotations: { lastModified: endedAt ?? updatedAt },
  }));
  return {
    resources: [...(cursor === undefined ? first : []), ...reports],
    ...(page.next === null ? {} : { nextCursor: page.next }),
  };
}

/** @throws Problem `not-found` for an address that is none of ours, else as the operation answers. */
export async function readResource(ask: Ask, uri: string): Promise<ReadResourceResult> {
  const [, kind = '', name = '', rest = ''] = ADDRESS.exec(uri) ?? [];
  const value = decoded(name);
  if (kind === 'day' && rest === '')
    return contents(uri, JSON_TYPE, JSON.stringify(await ask(['day', 'show'], { date: value }), null, 1));
  if (kind === 'week' && rest === '')
    return contents(uri, JSON_TYPE, JSON.stringify(await ask(['week', 'show'], { week: value }), null, 1));
  if (kind === 'session' && rest === '/report')
    return contents(
      uri,
      MARKDOWN,
      ((await ask(['devSession', 'report'], { id: value })) as DevSessionReport).markdown,
    );
  throw unknown(uri);
}

const ADDRESS = /^stint:\/\/(day|week|session)\/([^/?#]{1,200})(\/report)?$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unknown(text);
  }
}

const unknown = (uri: string): Refusal =>
  new Problem('not-found', `There is nothing at ${uri}.`, `Addresses are ${[DAY, WEEK, REPORT].join(', ')}.`);

function contents(uri: string, mimeType: string, text: string): ReadResourceResult {
  return { contents: [{ uri, mimeType, text }] };
}

/** What could stand in the braces of a template, given its beginning. */
export async function completionsFor(
  ask: Ask,
  template: string,
  { name, value }: { readonly name: string; readonly value: string },
): Promise<string[]> {
  const values = await valuesFor(ask, `${template} ${name}`);
  const begun = value.toLowerCase();
  return values.filter((one) => one.toLowerCase().startsWith(begun));
}

/** Days and weeks that completion offers: as far back as people look. */
const DAYS_BACK = 60;
const WEEKS_BACK = 26;

async function valuesFor(ask: Ask, what: string): Promise<readonly string[]> {
  if (what === `${DAY} date`) {
    const { date } = (await ask(['day', 'show'], { date: 'today' })) as DayShape;
    const today = parseLocalDay(date);
    const days = today === null ? [] : Array.from({ length: DAYS_BACK }, (_, back) => addDays(today, -back));
    return ['today', 'yesterday', ...days];
  }
  if (what === `${WEEK} week`) {
    const { week } = (await ask(['week', 'show'], { week: 'this' })) as WeekShape;
    const here = parseWeek(week);
    const weeks = here === null ? [] : Array.from({ length: WEEKS_BACK }, (_, back) => addWeeks(here, -back));
    return ['this', 'last', ...weeks];
  }
  if (what === `${REPORT} id`) {
    const { sessions } = (await ask(['devSession', 'list'], { limit: 100 })) as {
      sessions: DevSessionShape[];
    };
    return sessions.map(({ id }) => id);
  }
  return [];
}
