import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { NEWER_EVENTS, WIRED_EVENTS, wire, wiredIn } from '#shared/sources/claude-code/settings-wiring.ts';
import { commands } from '../cli/commands.ts';

const PLUGIN = join(import.meta.dirname, '../../../build/claude-plugin');
const text = (path: string): string => readFileSync(join(PLUGIN, path), 'utf8');
const json = (path: string): Record<string, unknown> => JSON.parse(text(path)) as Record<string, unknown>;

it('is a marketplace with one plugin: itself, in the version of the program', () => {
  const program = JSON.parse(readFileSync(join(PLUGIN, '../../package.json'), 'utf8')) as { version: string };
  expect(json('.claude-plugin/plugin.json')).toMatchObject({ name: 'stint', version: program.version });
  expect(json('.claude-plugin/marketplace.json')).toMatchObject({
    name: 'stint',
    plugins: [{ name: 'stint', source: './' }],
  });
});

it('has the hooks that `stint hook install` writes, the newer ones apart', () => {
  const written = (newer: boolean): Record<string, unknown> => {
    const text = wire('{}', { hook: 'stint hook claude', newer, statusLine: null, wrap: '' });
    return (JSON.parse(text) as { hooks: Record<string, unknown> }).hooks;
  };
  const { hooks } = json('hooks/hooks.json');
  expect(hooks).toEqual(written(false));
  expect(wiredIn(JSON.stringify({ hooks })).events.toSorted()).toEqual([...WIRED_EVENTS].toSorted());
  // A version that does not know one of them leaves out this file and nothing else.
  expect(json('.claude-plugin/plugin.json')['hooks']).toBe('./hooks/newer.json');
  const newer = json('hooks/newer.json')['hooks'] as object;
  expect(Object.keys(newer)).toEqual([...NEWER_EVENTS]);
  expect({ ...(hooks as object), ...newer }).toEqual(written(true));
});

it('starts the MCP server', () => {
  expect(json('.mcp.json')).toEqual({ mcpServers: { stint: { command: 'stint', args: ['mcp'] } } });
});

describe('its commands', () => {
  const names = readdirSync(join(PLUGIN, 'commands')).map((name) => name.replace('.md', ''));
  const known = commands().map(({ words }) => words.join(' '));
  const isKnown = (words: string): boolean =>
    known.some((command) => words === command || words.startsWith(`${command} `));

  it('are those of the documents', () => {
    expect(names.toSorted()).toEqual(['prime', 'session-end', 'session-start', 'time-report', 'time-sync']);
  });
  it.each(names)('/%s says what it does, and runs only what there is', (name) => {
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text(`commands/${name}.md`))!;
    const fields = parse(front) as Record<string, unknown>;
    expect(fields['description']).toEqual(expect.stringMatching(/\w/));
    const tools = String(fields['allowed-tools']).split(/,\s*/);
    expect(tools.every((tool) => /^Bash\([\w -]+(:\*)?\)$/.test(tool))).toBe(true);
    const named = [...body.matchAll(/`stint ([a-z][a-z ]*)/g)].map(([, words = '']) => words.trim());
    const allowed = tools.flatMap((tool) => /^Bash\(stint ([a-z ]+)/.exec(tool)?.[1]?.trim() ?? []);
    for (const words of [...named, ...allowed])
      expect(isKnown(words) || known.some((command) => command.startsWith(`${words} `)), words).toBe(true);
    // What changes something for good is asked about by Claude Code, too.
    expect(tools.join()).not.toMatch(/stint (sync|submit|confirm|dev complete)(:|\))/);
  });
});
