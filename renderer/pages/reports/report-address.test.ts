import { describe, expect, it } from 'vitest';
import type { LocalDay } from '#shared/values/local-day.ts';
import type { ReportInfo } from './report-address.ts';
import { addressOf, askedOf, choiceOf, fitting, NO_CHOICE } from './report-address.ts';
import { meantBy } from './report-period.ts';

const report = (id: string, ...fields: string[]): ReportInfo => ({
  id,
  title: id,
  question: id,
  usual: 'week',
  whose: 'own',
  fields: fields.map((name) => ({ name, isRequired: false })),
});
const TIMESHEET = report('timesheet', 'week', 'user', 'project', 'period', 'from', 'to');
const RD = report('rd', 'month', 'user', 'period', 'from', 'to');
const SPRINT = report('sprint', 'week', 'name', 'sprint', 'project', 'from', 'to');
const TODAY = '2026-02-12' as LocalDay;
const asked = (info: ReportInfo, query: string) => {
  const choice = choiceOf(new URLSearchParams(query));
  return askedOf(info, choice, meantBy(choice.period, TODAY, info.usual));
};

describe('the address of a report', () => {
  it('holds what was chosen and nothing else, and is read back', () => {
    const choice = { ...NO_CHOICE, period: '2026-02-10..2026-02-14', customer: 'Acme & Söhne' };
    const address = addressOf('customer', choice);
    expect(address).toBe('/reports/customer?period=2026-02-10..2026-02-14&customer=Acme+%26+S%C3%B6hne');
    expect(choiceOf(new URLSearchParams(address.split('?')[1]))).toEqual(choice);
    expect(addressOf('rd', NO_CHOICE)).toBe('/reports/rd');
  });

  it('leaves out what another report does not ask', () => {
    const choice = { ...NO_CHOICE, period: 'month', project: 'TB', ticket: 'TB-1' };
    expect(fitting(RD, choice)).toEqual({ ...NO_CHOICE, period: 'month' });
  });
});

describe('what is asked of the host', () => {
  it('is nothing where nothing was chosen', () => {
    expect(asked(TIMESHEET, '')).toEqual({});
  });

  it('names days as the report knows them', () => {
    expect(asked(TIMESHEET, 'period=last+week')).toEqual({ week: '2026-W06' });
    expect(asked(TIMESHEET, 'period=2026-01')).toEqual({ period: '2026-01' });
    expect(asked(RD, 'period=month&user=all')).toEqual({ month: '2026-02', user: 'all' });
    expect(asked(RD, 'period=2026-W06')).toEqual({ period: '2026-W06' });
    expect(asked(RD, 'period=2026-02-01..2026-02-03')).toEqual({ from: '2026-02-01', to: '2026-02-03' });
    expect(asked(SPRINT, 'period=2026-01')).toEqual({ from: '2026-01-01', to: '2026-01-31' });
    expect(asked(SPRINT, 'sprint=sprint-7')).toEqual({ sprint: 'sprint-7' });
  });

  it('is told in the words of the address where they mean no days', () => {
    expect(asked(RD, 'period=someday')).toEqual({ period: 'someday' });
    expect(asked(SPRINT, 'period=someday')).toEqual({ week: 'someday' });
  });
});
