/** What Claude Code is to run with each step; events that tell when work begins, goes on and ends. */
const COMMAND = 'stint hook claude';
const EVENTS = ['SessionStart', 'UserPromptSubmit', 'PostToolUse', 'Stop', 'SessionEnd'] as const;

/** The part of `~/.claude/settings.json` that lets Claude Code tell Stint. */
export function claudeHooks(): string {
  const line = JSON.stringify([{ hooks: [{ type: 'command', command: COMMAND }] }]);
  return `"hooks": {\n${EVENTS.map((event) => `  "${event}": ${line}`).join(',\n')}\n}`;
}
