import { describe, expect, it } from 'vitest';
import { readDeveloper } from './developer.ts';
import { readProjectMapping } from './project-mapping.ts';

const MAPPING = `{
  "customer-portal": {
    "productive_project_id": "67890",
    "productive_service_id": "11111",
    "linear_team": "CUS",
    "customer": "Acme Corp",
    "budget_hours": 100,
    "hourly_rate": 150
  },
  "internal-dashboard": {
    "productive_project_id": "99999",
    "productive_service_id": "22222",
    "linear_team": "INT",
    "customer": "Internal",
    "budget_hours": null,
    "hourly_rate": null
  }
}`;

describe('project-mapping.json', () => {
  it('is read as the requirements show it', () => {
    expect(readProjectMapping(MAPPING)).toEqual({
      projects: [
        {
          key: 'customer-portal',
          customer: 'Acme Corp',
          budgetHours: 100,
          hourlyRate: 150,
          currency: null,
          linearTeam: 'CUS',
          service: '11111',
        },
        {
          key: 'internal-dashboard',
          customer: 'Internal',
          budgetHours: null,
          hourlyRate: null,
          currency: null,
          linearTeam: 'INT',
          service: '22222',
        },
      ],
      skipped: [],
    });
  });

  it('skips what makes no sense, names it, and takes the rest', () => {
    const { projects, skipped } = readProjectMapping(
      '\uFEFF' +
        JSON.stringify({
          good: { productive_service_id: 33, linear_team: 'ab', currency: 'CHF', hourly_rate: 0.5, more: [] },
          'bad-budget': { budget_hours: '100' },
          negative: { hourly_rate: -1 },
          'bad-id': { productive_service_id: '../services' },
          text: 'hello',
          empty: {},
          '': {},
          __proto__x: { linear_team: 'A-1' },
        }),
    );
    expect(projects.map(({ key }) => key)).toEqual(['good', 'empty']);
    expect(projects[0]).toMatchObject({ service: '33', linearTeam: 'AB', currency: 'CHF', hourlyRate: 0.5 });
    expect(projects[1]).toMatchObject({ service: null, customer: null, linearTeam: null });
    expect(skipped.map((line) => line.split(':')[0])).toEqual([
      'bad-budget',
      'negative',
      'bad-id',
      'text',
      '""',
      '__proto__x',
    ]);
    expect(skipped[0]).toContain('budget_hours');
  });

  it.each(['', 'not json', '[]', 'null', '"text"', '{"a":'])('%j is none at all', (text) => {
    expect(() => readProjectMapping(text)).toThrow(
      expect.objectContaining({ name: 'Problem', code: 'usage' }),
    );
  });
});

describe('developer.json', () => {
  it('is read as the requirements show it', () => {
    const text = `{ "name": "Max Mustermann", "email": "max@example.com", "productive_person_id": "12345",
      "default_activity_type": "Development" }`;
    expect(readDeveloper(text)).toEqual({
      developer: { name: 'Max Mustermann', email: 'max@example.com', personId: '12345' },
      skipped: [],
    });
  });

  it('skips fields that make no sense', () => {
    const { developer, skipped } = readDeveloper(
      '{"name": 7, "email": "nobody", "productive_person_id": 12345}',
    );
    expect(developer).toEqual({ name: null, email: null, personId: '12345' });
    expect(skipped.map((line) => line.split(':')[0])).toEqual([
      'developer.json, name',
      'developer.json, email',
    ]);
  });

  it('may say nothing, but must be an object', () => {
    expect(readDeveloper('{"email": "", "name": null}').developer).toEqual({
      name: null,
      email: null,
      personId: null,
    });
    expect(() => readDeveloper('[]')).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
