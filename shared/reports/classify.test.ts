import { describe, expect, it } from 'vitest';
import type { TicketFacts } from '../evidence/ticket-facts.ts';
import { defaultSettings } from '../settings/catalogue.ts';
import { instant } from '../values/instant.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { categoryKey, classifyRd, classifyUse } from './classify.ts';
import { reportRules } from './rules.ts';
import { aboutTicket } from './ticket-about.ts';

const ID = 'TB-042' as TicketId;
const facts = (type: string | null, ...labels: string[]): TicketFacts => ({
  ticket: ID,
  title: 'T',
  type,
  status: null,
  estimate: null,
  labels,
  url: null,
  from: 'file',
  at: instant(0),
});
const RULES = reportRules(defaultSettings());
const rd = (type: string | null, ...labels: string[]) =>
  classifyRd(aboutTicket(ID, facts(type, ...labels)), RULES.rd);
const use = (customer: string | null, type: string | null, ...labels: string[]) =>
  classifyUse(aboutTicket(ID, facts(type, ...labels)), customer, RULES.use);

describe('R&D, as the table of document 4 §6.2 has it', () => {
  it.each([
    ['story', [], 'research', true],
    ['epic', [], 'research', true],
    ['Story', [], 'research', true],
    ['bug', ['new-feature'], 'research', true],
    ['bug', [], 'maintenance', false],
    ['bug', ['backend'], 'maintenance', false],
    ['task', ['admin'], 'admin', false],
    ['task', ['component:admin.office'], 'admin', false],
    ['investigation', [], 'research', true],
    ['support-case', [], 'support', false],
    ['Support Case', [], 'support', false],
  ])('%s %j is %s', (type, labels, category, qualifies) => {
    expect(rd(type, ...labels)).toEqual({ category, qualifies, doubt: null });
  });

  it('a technical task may be either: somebody has to look', () => {
    expect(rd('task')).toMatchObject({
      category: 'admin',
      qualifies: false,
      doubt: expect.stringMatching(/technical/),
    });
  });

  it('x-rd-category wins over the type, in whatever spelling', () => {
    expect(rd('bug', 'x-rd-category:research')).toMatchObject({
      category: 'research',
      qualifies: true,
      doubt: null,
    });
    expect(rd('bug', 'x-rd-category:R&D').category).toBe('research');
    expect(rd('bug', 'x-rd-category:Research and Development').category).toBe('research');
    expect(rd('story', 'x-rd-category:Maintenance')).toMatchObject({
      category: 'maintenance',
      qualifies: false,
    });
    expect(rd('story', 'x-rd-category:admin').category).toBe('admin');
    expect(rd('task', 'x-rd-category:research').doubt).toBeNull();
  });

  it('a category nobody knows, a type nobody knows, and no ticket at all are in doubt and do not qualify', () => {
    expect(rd('story', 'x-rd-category:Moon Shot')).toMatchObject({
      category: 'moon-shot',
      qualifies: false,
      doubt: expect.stringMatching(/Moon Shot/),
    });
    expect(rd('chore')).toMatchObject({ category: 'unclassified', doubt: expect.stringMatching(/chore/) });
    expect(rd(null)).toMatchObject({ category: 'unclassified', doubt: expect.stringMatching(/not known/) });
    expect(classifyRd(aboutTicket(ID, undefined), RULES.rd).qualifies).toBe(false);
    expect(classifyRd(null, RULES.rd)).toMatchObject({ category: 'unclassified', doubt: 'no ticket' });
  });

  it('a company’s own categories', () => {
    const own = reportRules({
      ...defaultSettings(),
      'reports.rdCategories': { 'Basic research': ['study'], products: ['story', 'bug'] },
      'reports.rdQualifying': ['Basic research'],
    }).rd;
    const sorted = (type: string, ...labels: string[]) =>
      classifyRd(aboutTicket(ID, facts(type, ...labels)), own);
    expect(sorted('study')).toEqual({ category: 'Basic research', qualifies: true, doubt: null });
    expect(sorted('story')).toEqual({ category: 'products', qualifies: false, doubt: null });
    expect(sorted('story', 'x-rd-category:basic research').category).toBe('Basic research');
    expect(sorted('story', 'x-rd-category:research').doubt).not.toBeNull();
    expect(categoryKey('Basic research')).toBe('basic_research');
    expect(categoryKey('research')).toBe('research_and_development');
  });
});

describe('utilisation, as document 4 §6.4 has it', () => {
  it.each([
    [null, 'story', ['billable'], 'billable'],
    [null, 'story', ['Client-Work'], 'billable'],
    [null, 'story', ['customer:Acme Corp'], 'billable'],
    ['Acme Corp', 'story', [], 'billable'],
    ['Internal', 'story', [], 'non_billable'],
    [null, 'story', ['customer:internal'], 'non_billable'],
    [null, 'story', ['impediment'], 'impediment'],
    [null, 'Impediment: network', [], 'impediment'],
    ['Acme Corp', 'task', ['blocked-external'], 'impediment'],
    [null, 'task', ['ceremony'], 'admin'],
    [null, 'task', ['component:admin.hr'], 'admin'],
    [null, 'story', ['component:admin.hr'], 'non_billable'],
    ['Acme Corp', 'task', ['admin', 'billable'], 'billable'],
    [null, 'task', [], 'non_billable'],
    [null, null, [], 'non_billable'],
  ] as const)('customer %s, type %s, %j is %s', (customer, type, labels, expected) => {
    expect(use(customer, type, ...labels)).toBe(expected);
  });

  it('time without a ticket is its project’s: billable where that has a customer', () => {
    expect(classifyUse(null, 'Acme Corp', RULES.use)).toBe('billable');
    expect(classifyUse(null, 'Internal', RULES.use)).toBe('non_billable');
    expect(classifyUse(null, null, RULES.use)).toBe('non_billable');
  });
});
