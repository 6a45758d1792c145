/** The 33 events Claude Code's hooks tell of, each as it comes: with fields nobody needs and one nobody knows. */
const BASE = {
  session_id: 'ses-1',
  transcript_path: '/home/max/.claude/projects/-home-max-shop/ses-1.jsonl',
  cwd: '/home/max/shop',
  prompt_id: 'p-1',
  permission_mode: 'default',
  effort: { level: 'high' },
  a_field_of_tomorrow: { deep: [1, 2, 3] },
};

const EVENTS: Readonly<Record<string, object>> = {
  SessionStart: { source: 'startup', model: 'claude-opus-4-8', session_title: 'SECRET title' },
  Setup: { trigger: 'init' },
  UserPromptSubmit: { prompt: 'SECRET prompt', source: 'user' },
  UserPromptExpansion: { command_name: 'review', prompt: 'SECRET' },
  PreToolUse: { tool_name: 'Bash', tool_input: { command: 'SECRET command' }, tool_use_id: 't-1' },
  PostToolUse: {
    tool_name: 'Bash',
    tool_input: { command: 'SECRET command' },
    tool_response: { stdout: 'SECRET output' },
    duration_ms: 1200,
  },
  PostToolUseFailure: { tool_name: 'Edit', error: 'SECRET error', is_interrupt: false },
  PostToolBatch: { tool_calls: [{ tool_name: 'Read', tool_input: { path: 'SECRET' } }] },
  PermissionRequest: { tool_name: 'Bash', tool_input: { command: 'SECRET' } },
  PermissionDenied: { tool_name: 'Bash', reason: 'SECRET' },
  Notification: { message: 'SECRET message', title: 'SECRET', notification_type: 'idle_prompt' },
  Stop: { stop_hook_active: false, last_assistant_message: 'SECRET answer', background_tasks: [] },
  StopFailure: { error: 'rate_limit', last_assistant_message: 'SECRET' },
  SubagentStart: { agent_id: 'a-1', agent_type: 'Explore' },
  SubagentStop: { agent_id: 'a-1', agent_type: 'Explore', agent_transcript_path: '/x.jsonl' },
  TaskCreated: { task_id: '1', task_subject: 'SECRET' },
  TaskCompleted: { task_id: '1', task_subject: 'SECRET' },
  TeammateIdle: { teammate_name: 'one' },
  PreCompact: { trigger: 'auto', custom_instructions: 'SECRET' },
  PostCompact: { trigger: 'auto', compact_summary: 'SECRET' },
  SessionEnd: { reason: 'prompt_input_exit' },
  Elicitation: { mcp_server_name: 'x', message: 'SECRET' },
  ElicitationResult: { action: 'accept', content: { answer: 'SECRET' } },
  ConfigChange: { source: 'user_settings' },
  WorktreeCreate: { name: 'wt' },
  WorktreeRemove: { worktree_path: '/home/max/wt' },
  InstructionsLoaded: { file_path: '/home/max/shop/CLAUDE.md', load_reason: 'session_start' },
  CwdChanged: { old_cwd: '/home/max/shop', new_cwd: '/home/max/shop/api' },
  FileChanged: { file_path: '/home/max/shop/.env', event: 'change' },
  DirectoryAdded: { directory: '/home/max/other' },
  MessageDisplay: { message: 'SECRET' },
  PreModelSwitch: { from_model: 'claude-opus-4-8', to_model: 'claude-haiku-4-5' },
  PostModelSwitch: { from_model: 'claude-opus-4-8', to_model: 'claude-haiku-4-5' },
};

export const EVENT_NAMES = Object.keys(EVENTS);

/** An event that nobody knows yet. */
export const OF_TOMORROW = 'SomethingOfTomorrow';

/** What a hook is given on its standard input. */
export const hookInput = (event: string, more: object = {}): Record<string, unknown> => ({
  ...BASE,
  hook_event_name: event,
  ...EVENTS[event],
  ...more,
});
