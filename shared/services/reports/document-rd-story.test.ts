import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DocumentDesk } from './document-desk.fixture.ts';

let desk: DocumentDesk;
beforeEach(() => {
  desk = new DocumentDesk();
});

describe('document 4 §6.2, the monthly R&D report', () => {
  beforeEach(async () => {
    await desk.facts('TB-042', {
      type: 'bug',
      title: 'FIX session drops during auction',
      labels: ['x-rd-category:research'],
    });
    await desk.facts('TB-001', { type: 'story', title: 'FIX protocol session management' });
    await desk.facts('APP-019', { type: 'story', title: 'OAuth integration' });
    await desk.facts('APP-020', { type: 'bug', title: 'Typo' });
    await desk.facts('TINT-191', { type: 'task', title: 'HR training', labels: ['admin'] });
    await desk.log('2026-02-02', 'TB-042', '32h30m');
    await desk.log('2026-02-03', 'TB-001', '247h30m', 'sarah');
    await desk.log('2026-02-04', 'APP-019', '132h');
    await desk.log('2026-02-05', 'APP-020', '168h30m');
    await desk.log('2026-02-06', 'TINT-191', '100h');
    await desk.log('2026-03-01', 'TB-001', '5h');
  });

  it('has exactly its keys and numbers', async () => {
    const { data } = await desk.show('rd', { month: '2026-02' });
    expect(data).toEqual({
      month: '2026-02',
      generated: '2026-03-01',
      total_hours: 680.5,
      by_category: {
        research_and_development: {
          hours: 412,
          percentage: 60.5,
          projects: {
            TB: {
              hours: 280,
              tickets: [
                { id: 'TB-001', type: 'story', title: 'FIX protocol session management', hours: 247.5 },
                {
                  id: 'TB-042',
                  type: 'bug',
                  title: 'FIX session drops during auction',
                  hours: 32.5,
                  'x-rd-category': 'research',
                },
              ],
            },
            APP: {
              hours: 132,
              tickets: [{ id: 'APP-019', type: 'story', title: 'OAuth integration', hours: 132 }],
            },
          },
        },
        maintenance: {
          hours: 168.5,
          percentage: 24.8,
          projects: {
            APP: { hours: 168.5, tickets: [{ id: 'APP-020', type: 'bug', title: 'Typo', hours: 168.5 }] },
          },
        },
        admin: {
          hours: 100,
          percentage: 14.7,
          projects: {
            TINT: {
              hours: 100,
              tickets: [{ id: 'TINT-191', type: 'task', title: 'HR training', hours: 100 }],
            },
          },
        },
      },
      summary:
        '60.5% of engineering time qualifies as R&D under HMRC guidelines.\n' +
        'Key R&D activities: FIX protocol session management (TB), OAuth integration (APP), FIX session drops during auction (TB).\n',
    });
  });

  it('as YAML writes decimals and the summary as the document does, and reads back as it was', async () => {
    const { data, file } = await desk.show('rd', { month: '2026-02', format: 'yaml' });
    expect(file?.text).toContain('total_hours: 680.5\n');
    expect(file?.text).toContain('    hours: 412.0\n    percentage: 60.5\n');
    expect(file?.text).toContain('summary: |\n  60.5% of engineering');
    expect(parse(file?.text ?? '')).toEqual(data);
  });

  it('asks for a look at what is in doubt, which never counts as R&D before', async () => {
    await desk.facts('TB-777', { type: 'task', title: 'Tune the cache' });
    await desk.log('2026-02-09', 'TB-777', '10h');
    await desk.log('2026-02-09', 'TB-888', '1h30m');
    await desk.log('2026-02-09', null, '2h');
    const { data } = await desk.show('rd', { month: '2026-02' });
    expect(data['needs_review']).toEqual([
      {
        id: 'TB-777',
        type: 'task',
        title: 'Tune the cache',
        hours: 10,
        reason: 'a task may be technical or process',
      },
      { id: 'unallocated', type: null, title: null, hours: 2, reason: 'no ticket' },
      { id: 'TB-888', type: null, title: null, hours: 1.5, reason: 'its type is not known' },
    ]);
    expect(data).toMatchObject({
      by_category: {
        research_and_development: { hours: 412 },
        admin: { hours: 110 },
        unclassified: { hours: 3.5 },
      },
    });
  });
});

describe('a report in German', () => {
  it('has German titles, columns and remarks; keys of the documents and titles of tickets stay', async () => {
    await desk.facts('TB-001', { type: 'story', title: 'Total' });
    await desk.log('2026-02-03', 'TB-001', '2h');
    const page =
      (await desk.show('rd', { month: '2026-02', format: 'html', language: 'de' })).file?.text ?? '';
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('<h1>F&amp;E-Bericht</h1>');
    expect(page).toContain('Forschung und Entwicklung');
    expect(page).toContain('>Gesamt</th>');
    expect(page).toContain('<td>Total</td>');
    expect(page).toContain('100.0 % der Entwicklungszeit sind F&amp;E');
    const yaml =
      (await desk.show('rd', { month: '2026-02', format: 'yaml', language: 'de' })).file?.text ?? '';
    expect(yaml).toContain('research_and_development:');
  });
});
