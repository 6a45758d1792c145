import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_TEMPO_FILE, readTempoFile } from './tempo-file.ts';

const FILE = { file: '/repo/.tract/config.yaml', repository: '/repo' };
const read = (text: string) => readTempoFile(text, FILE);
const told = (text: string) =>
  read(text).problems.map(({ kind, line, column, message }) => `${kind} ${line}:${column} ${message}`);

/** Document 4 §7, word for word. */
const DOCUMENT = `# .tract/config.yaml
prefix: TB
types: [bug, story, task, epic]
statuses: [backlog, todo, in-progress, review, done]

tempo:
  working_hours_per_day: 8
  rounding: 15m                    # Round git-derived time to nearest X
  max_gap: 2h                     # Max gap between commits before capping
  default_session: 30m            # Assumed work time before first commit
  
  # R&D classification overrides
  rd_categories:
    research: [story, epic, investigation]
    maintenance: [bug]
    admin: [task]
    # Tickets with x-rd-category override these defaults
  
  # Utilisation classification
  utilisation:
    billable_labels: [billable, client-work]
    impediment_labels: [impediment, blocked-external]
    admin_labels: [admin, ceremony, process]
  
  # Calendar source (implementation-specific)
  calendar:
    enabled: true
    # Calendar integration details are environment-specific
    # The LLM or tooling reads this flag and uses available calendar APIs
  
  # IDE telemetry
  telemetry:
    enabled: true
`;

describe('the example of document 4 §7', () => {
  it('is read whole, with the place of every value', () => {
    const layer = read(DOCUMENT);
    expect(layer.problems).toEqual([]);
    expect(layer.prefix).toBe('TB');
    const said = Object.entries(layer.values).map(([key, { value, at }]) => [key, value, at.line, at.column]);
    expect(said).toEqual([
      ['time.workingHoursPerDay', 8, 7, 26],
      ['git.rounding', '15m', 8, 13],
      ['git.maxGap', '2h', 9, 12],
      ['git.defaultSession', '30m', 10, 20],
      [
        'reports.rdCategories',
        { research: ['story', 'epic', 'investigation'], maintenance: ['bug'], admin: ['task'] },
        14,
        5,
      ],
      ['reports.billableLabels', ['billable', 'client-work'], 21, 22],
      ['reports.impedimentLabels', ['impediment', 'blocked-external'], 22, 24],
      ['reports.adminLabels', ['admin', 'ceremony', 'process'], 23, 19],
      ['calendar.enabled', true, 27, 14],
      ['editor.telemetry', true, 33, 14],
    ]);
  });
  it('of the person: their hours, their calendar, and no prefix', () => {
    const text =
      'prefix: TB\ntempo:\n  working_hours_per_day: 7.5\n  calendar:\n    enabled: false   # No calendar\n';
    const layer = readTempoFile(text, { file: '~/defaults.yaml', repository: null });
    expect(layer.prefix).toBeNull();
    expect(layer.values).toMatchObject({
      'time.workingHoursPerDay': { value: 7.5, at: { line: 3 } },
      'calendar.enabled': { value: false, at: { line: 5 } },
    });
  });
});

describe('what is wrong is named where it stands, and the rest counts', () => {
  it('a value that is not allowed', () => {
    const text = 'tempo:\n  rounding: soon\n  max_gap: 90m\n  working_hours_per_day: "8"\n';
    expect(told(text)).toEqual([
      'refused 2:13 tempo.rounding is "soon", which is not allowed: it has to be a duration such as 15m, of 2h at most. What counts instead: stint config explain tempo.rounding',
      'refused 4:26 tempo.working_hours_per_day is "8", which is not allowed: it has to be a number of hours from 0.5 to 24. What counts instead: stint config explain tempo.working_hours_per_day',
    ]);
    expect(Object.keys(read(text).values)).toEqual(['git.maxGap']);
  });
  it('one item of a list, down to its column', () => {
    expect(told('tempo:\n  utilisation:\n    admin_labels: [ok, 7]\n')[0]).toMatch(/^refused 3:24 /);
    expect(told('tempo:\n  rd_categories:\n    research: story\n')[0]).toMatch(/^refused 3:15 /);
  });
  it('a key nobody knows, with the one that is meant', () => {
    expect(told('tempo:\n  maxGap: 2h\n  colour: red\n  utilisation: {billable: [x]}\n')).toEqual([
      'unknown 2:3 Stint does not know tempo.maxGap and leaves it alone. Did you mean tempo.max_gap?',
      'unknown 3:3 Stint does not know tempo.colour and leaves it alone.',
      'unknown 4:17 Stint does not know tempo.utilisation.billable and leaves it alone.',
    ]);
  });
  it('keys outside of tempo are of others', () => {
    expect(read('workflow: {a: b}\nstatuses: 7\n')).toMatchObject({ values: {}, problems: [] });
  });
  it('a prefix that is none', () => {
    expect(told('prefix: tb-1\n')).toEqual([
      'refused 1:9 prefix is "tb-1": it has to be capitals such as TB.',
    ]);
  });
  it('no YAML: nothing of the file counts', () => {
    const text = 'tempo:\n  rounding: 15m\n  max_gap: [2h\n';
    expect(read(text).values).toEqual({});
    expect(told(text)[0]).toMatch(/^refused \d+:\d+ It is not readable as YAML \(/);
  });
  it('a key twice', () =>
    expect(told('tempo:\n  rounding: 5m\n  rounding: 6m\n')[0]).toMatch(/^refused 3:3 /));
  it('a list or a word where a section should be', () => {
    expect(told('tempo: [1]\n')).toEqual([
      'refused 1:8 tempo has to be a section with keys; nothing in it counts.',
    ]);
    expect(told('- a\n')).toEqual(['refused 1:1 It is no configuration: no keys with values.']);
  });
  it('nothing is nothing wrong', () => {
    for (const text of ['', '# nothing\n', 'tempo:\n', 'tempo:\n  utilisation:\n', '\uFEFFprefix: TB\n'])
      expect(told(text)).toEqual([]);
  });
});

describe('files that mean harm', () => {
  it('a bomb of aliases is not expanded', () => {
    const bomb = ['a0: &a0 [x, x]'];
    for (let n = 1; n < 40; n += 1) bomb.push(`a${n}: &a${n} [*a${n - 1}, *a${n - 1}]`);
    const text = `${bomb.join('\n')}\ntempo:\n  utilisation: {admin_labels: *a39}\n  rounding: 15m\n`;
    const layer = read(text);
    expect(layer.problems).toHaveLength(1);
    expect(layer.problems[0]).toMatchObject({ kind: 'refused', line: 42 });
    expect(layer.values).toMatchObject({ 'git.rounding': { value: '15m' } });
  });
  it.each([
    ['brackets', '['.repeat(60_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(60_000)],
    ['questions', '? '.repeat(60_000)],
    ['indents', Array.from({ length: 400 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
    ['length', `tempo:\n${'  a: b\n'.repeat(LARGEST_TEMPO_FILE)}`],
  ])('%s without end', (_name, text) => {
    const begun = performance.now();
    expect(read(text)).toMatchObject({ values: {}, problems: [{ kind: 'refused', line: 1, column: 1 }] });
    expect(performance.now() - begun).toBeLessThan(2000);
  });
  it('a thousand unknown keys are told twenty times', () => {
    const keys = Array.from({ length: 1000 }, (_, n) => `  k${n}: 1`).join('\n');
    expect(read(`tempo:\n${keys}\n`).problems).toHaveLength(20);
  });
  it('names of what every object has are no keys', () => {
    expect(told('tempo:\n  constructor: 1\n  __proto__: {rounding: 5m}\n')).toHaveLength(2);
    const { values } = read('tempo:\n  rd_categories: {__proto__: [story]}\n');
    expect(values['reports.rdCategories']?.value).toEqual({});
    expect(Object.getPrototypeOf(values['reports.rdCategories']?.value)).toBe(Object.prototype);
  });
  it('whatever it is, it is read without an error, and places lie in the file', () => {
    const words = fc.constantFrom(
      ...[
        'tempo',
        ':',
        ' ',
        '\n',
        '  ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '&a ',
        '*a',
        '!!int ',
        '2h',
        'rounding',
        '"',
      ],
      ...[
        "'",
        '|',
        '>',
        '#',
        '---\n',
        '%YAML 9\n',
        '\t',
        'prefix',
        '<<: ',
        'rd_categories',
        '\0',
        '? ',
        '😀',
      ],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const lines = text.split('\n').length;
        for (const { line, column } of read(`tempo:\n  ${text}`).problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines + 2);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 400 },
    );
  });
});
