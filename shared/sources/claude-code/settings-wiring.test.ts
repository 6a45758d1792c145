import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NEWER_EVENTS,
  WIRED_EVENTS,
  foreignStatusLine,
  knowsNewer,
  unwire,
  wire,
  wiredIn,
} from './settings-wiring.ts';

const WIRING = {
  hook: 'stint hook claude',
  newer: false,
  statusLine: 'stint statusline',
  wrap: '--wrap 0a1b2c3d',
};
const FULL = `{
  "model": "opus",
  "permissions": { "allow": ["Bash(ls:*)", "Edit"], "deny": [] },
  "hooks": {
    "PostToolUse": [
      { "matcher": "Edit|Write", "hooks": [{ "type": "command", "command": "prettier --write" }] }
    ],
    "FileChanged": [{ "hooks": [{ "type": "command", "command": "notify-send 'stint hooks'" }] }]
  },
  "statusLine": { "type": "command", "command": "~/.claude/line.sh \\"a b\\"", "padding": 0 },
  "env": {"A":"1"}
}
`;
const commandsOf = (text: string, event: string): string[] =>
  (JSON.parse(text) as { hooks: Record<string, { hooks: { command: string }[] }[]> }).hooks[event]!.flatMap(
    ({ hooks }) => hooks.map(({ command }) => command),
  );

describe('an empty file', () => {
  it.each(['', '{}', '{}\n', '\n'])('%j gets hooks and status line', (text) => {
    const wired = wire(text, WIRING);
    for (const event of WIRED_EVENTS) expect(commandsOf(wired, event)).toEqual(['stint hook claude']);
    expect(JSON.parse(wired)).toMatchObject({ statusLine: { type: 'command', command: 'stint statusline' } });
    expect(wiredIn(wired)).toEqual({ events: [...WIRED_EVENTS], statusLine: 'ours', plugin: false });
    expect(wire(wired, WIRING)).toBe(wired);
    expect(JSON.parse(unwire(wired, text, null))).toEqual({});
  });
});

describe('a Claude Code that knows more events', () => {
  it('is told of by them, too, and cleaned of them', () => {
    const wired = wire(FULL, { ...WIRING, newer: true });
    expect(wiredIn(wired).events.toSorted()).toEqual([...WIRED_EVENTS, ...NEWER_EVENTS].toSorted());
    expect(wire(wire(FULL, WIRING), { ...WIRING, newer: true })).toBe(wired);
    expect(unwire(wired, FULL, foreignStatusLine(FULL))).toBe(FULL);
    // One that was set back to an older version is not told apart: what is wired stays.
    expect(wire(wired, WIRING)).toBe(wired);
  });
  it.each([
    ['2.1.90', true],
    ['2.1.330 (Claude Code)', true],
    ['2.2.0', true],
    ['3.0.0', true],
    ['2.1.89', false],
    ['2.0.300', false],
    ['1.9.99', false],
    ['', false],
    ['latest', false],
    [null, false],
  ])('%j: %s', (version, expected) => expect(knowsNewer(version)).toBe(expected));
  it('is never told by one that wants an answer: without it no work tree would be made', () => {
    const all: readonly string[] = [...WIRED_EVENTS, ...NEWER_EVENTS];
    for (const event of ['WorktreeCreate', 'WorktreeRemove', 'MessageDisplay', 'FileChanged'])
      expect(all).not.toContain(event);
  });
});

describe('a full file', () => {
  it('keeps all that is in it, in its order; the status line is wrapped', () => {
    const wired = wire(FULL, WIRING);
    expect(commandsOf(wired, 'PostToolUse')).toEqual(['prettier --write', 'stint hook claude']);
    expect(Object.keys(JSON.parse(wired) as object)).toEqual(Object.keys(JSON.parse(FULL) as object));
    for (const line of FULL.split('\n').filter((one) =>
      /permissions|FileChanged|env|model|matcher/.test(one),
    ))
      expect(wired).toContain(line.replace(/,$/, ''));
    expect(wiredIn(wired).statusLine).toBe('wrapped');
    expect(wired).toContain('"command": "stint statusline --wrap 0a1b2c3d", "padding": 0');
    expect(foreignStatusLine(FULL)).toContain('line.sh');
    expect(foreignStatusLine(wired)).toBeNull();
  });
  it('is as it was when all is taken out again, also without having been kept', () => {
    expect(unwire(wire(FULL, WIRING), null, foreignStatusLine(FULL))).toBe(FULL);
  });
  it('twice is once, and a program that has moved is found again', () => {
    const wired = wire(FULL, WIRING);
    expect(wire(wired, WIRING)).toBe(wired);
    const moved = wire(wired, {
      ...WIRING,
      hook: '"/opt/My Stint/stint" hook claude',
      statusLine: '/opt/stint statusline',
    });
    expect(commandsOf(moved, 'Stop')).toEqual(['"/opt/My Stint/stint" hook claude']);
    expect(wiredIn(moved)).toMatchObject({ events: expect.arrayContaining(['Stop']), statusLine: 'wrapped' });
    expect(wire(moved, WIRING)).toBe(wired);
  });
  it('what came later stays when ours goes', () => {
    const wired = wire(FULL, WIRING).replace('"env": {"A":"1"}', '"env": {"A":"2"}');
    expect(unwire(wired, FULL, foreignStatusLine(FULL))).toBe(FULL.replace('"A":"1"', '"A":"2"'));
  });
});

describe('what is not ours', () => {
  it.each([
    'astint hook claude',
    'stint hooks claude',
    'stint-hook claude',
    'my stint hook claudette',
    'echo stint',
  ])('%j is left alone', (command) => {
    const text = JSON.stringify({ hooks: { Stop: [{ hooks: [{ type: 'command', command }] }] } }, null, 2);
    expect(wiredIn(text).events).toEqual([]);
    expect(unwire(text, null, null)).toBe(text);
  });
  it.each([
    'stint hook claude',
    '/usr/bin/stint hook claude --home /x',
    '"C:\\\\Stint\\\\stint.cmd" hook claude',
  ])('%s is ours', (command) => {
    const text = `{"hooks":{"Stop":[{"hooks":[{"type":"command","command":${JSON.stringify(command)}}]}]}}`;
    expect(wiredIn(text).events).toEqual(['Stop']);
    expect(unwire(text, null, null)).toBe('{}');
  });
  it('hooks that were empty stay empty', () => {
    const text = '{\n  "hooks": {\n    "Stop": []\n  }\n}\n';
    expect(JSON.parse(unwire(wire(text, WIRING), text, null))).toEqual({ hooks: { Stop: [] } });
  });
  it('a status line that is no command is not touched', () => {
    const text = '{\n  "statusLine": null\n}\n';
    expect(wire(text, { ...WIRING, hook: null })).toBe(text);
  });
  it('a plugin that is on is seen', () => {
    expect(wiredIn('{"enabledPlugins":{"stint@stint":true}}').plugin).toBe(true);
    expect(wiredIn('{"enabledPlugins":{"stint@stint":false,"x@y":true}}').plugin).toBe(false);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['{\n  "a": 1,\n}', /line 2, column 9: there is a comma too many/],
    ['{\n  // mine\n}', /line 2, column 3: there is a comment/],
    ['{"a": tru}', /line 1, column 7: this is not JSON/],
    ['{', /line 1, column 2: it ends too early/],
    ['[]', /the whole file/],
    ['{"hooks": []}', /: hooks/],
    ['{"hooks": {"Stop": {}}}', /: Stop/],
    ['{"hooks": {}, "hooks": {}}', /second time/],
  ])('%j is refused', (text, words) => {
    expect(() => wire(text, WIRING)).toThrow(words);
    expect(() => unwire(text, null, null)).toThrow(words);
  });
});

it('whatever is in it: what is not ours stays to the letter', () => {
  const name = fc.constantFrom(...WIRED_EVENTS, ...NEWER_EVENTS, 'FileChanged');
  const hook = fc.record({
    type: fc.constant('command'),
    command: fc.constantFrom('a', 'lint && x', 'stint day'),
  });
  const settings = fc.record(
    {
      model: fc.string(),
      hooks: fc.dictionary(
        name,
        fc.array(fc.record({ matcher: fc.string(), hooks: fc.array(hook, { minLength: 1 }) }), {
          minLength: 1,
          maxLength: 2,
        }),
        { minKeys: 1 },
      ),
      statusLine: fc.record({ type: fc.constant('command'), command: fc.string() }),
      env: fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        fc.string(),
      ),
    },
    { requiredKeys: ['model'] },
  );
  fc.assert(
    fc.property(settings, fc.constantFrom('', '  ', '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const wired = wire(text, WIRING);
      expect(wire(wired, WIRING)).toBe(wired);
      expect(wiredIn(wired).events.toSorted()).toEqual([...WIRED_EVENTS].toSorted());
      expect(unwire(wired, text, foreignStatusLine(text))).toBe(text);
    }),
    { numRuns: 40 },
  );
});
