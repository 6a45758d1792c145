import { describe, expect, it } from 'vitest';
import type { Unit } from './provider.ts';
import { suggestUnit } from './suggest-unit.ts';

const unit = (id: string, names: string, given: Partial<Unit> = {}): Unit => ({
  unit: id,
  task: null,
  names: names.split(' · '),
  billable: null,
  closed: null,
  left: null,
  capped: false,
  ...given,
});
const project = (key: string, name: string | null = null, customer: string | null = null) => ({
  key,
  name,
  customer,
});

describe('suggesting a unit', () => {
  const units = [
    unit('1', 'Development · Customer Portal · Acme Corp'),
    unit('2', 'Development · Dashboard · Internal'),
    unit('3', 'Webshop · Müller & Söhne GmbH'),
    unit('4', 'TB · Transit'),
  ];
  it.each([
    ['customer-portal', null, null, '1'],
    ['CustomerPortal', null, null, '1'],
    ['internal-dashboard', null, null, '2'],
    ['TB', null, null, '4'],
    ['tb', null, null, '4'],
    ['WEB', 'Webshop Muller', null, '3'],
    ['XY', null, 'müller und söhne gmbh', '3'],
    ['shop', null, 'Muller Sohne', '3'],
    ['dashboard', null, 'Internal', '2'],
  ])('%s (%s, of %s) goes to %s', (key, name, customer, id) => {
    expect(suggestUnit(project(key, name, customer), units)?.unit).toBe(id);
  });

  it.each([
    ['nothing in common', project('billing')],
    ['only a small part of the name', project('customer-onboarding-mobile-app')],
    ['half the name, at somebody else’s', project('customer-dashboard', null, 'Globex')],
    ['only a legal form', project('x', 'GmbH', 'GmbH')],
    ['no words at all', project('—')],
    ['words that fit two alike', project('development')],
  ])('%s: none', (_why, wanted) => {
    expect(suggestUnit(wanted, units)).toBeNull();
  });

  it('the customer decides between namesakes', () => {
    const both = [unit('a', 'Portal · Acme'), unit('b', 'Portal · Globex')];
    expect(suggestUnit(project('portal'), both)).toBeNull();
    expect(suggestUnit(project('portal', null, 'Globex Inc'), both)?.unit).toBe('b');
  });

  it('a project is nearer than a task of it, and one with fewer other words nearer than one with more', () => {
    const task = unit('a', 'Testing · Portal', { task: '9' });
    expect(suggestUnit(project('portal'), [task, unit('a', 'Portal')])?.task).toBeNull();
    expect(suggestUnit(project('portal'), [unit('b', 'Portal Archive Old'), unit('c', 'Portal')])?.unit).toBe(
      'c',
    );
  });

  it('what is closed is never suggested, not even as the better of two', () => {
    const closed = unit('a', 'Portal', { closed: 'archived' });
    expect(suggestUnit(project('portal'), [closed])).toBeNull();
    expect(suggestUnit(project('portal'), [closed, unit('b', 'Portal · Acme')])?.unit).toBe('b');
  });
});
