import type { Command } from './command.ts';
import type { Field } from './fields.ts';

const flag = (name: string, meaning: string): Field => ({
  name,
  flag: name,
  kind: 'boolean',
  choices: null,
  required: false,
  meaning,
});
const YES = flag('yes', 'Do not ask');

/** What Claude Code runs of Stint, and what makes it do so. */
export const HOOK_COMMANDS: readonly (Omit<Partial<Command>, 'words'> & {
  readonly words: string;
  readonly summary: string;
})[] = [
  {
    words: 'hook claude',
    summary: 'What Claude Code runs as a hook: keeps when and where it worked, never what was said',
    effect: 'write',
  },
  {
    words: 'hook install',
    summary: 'Have Claude Code tell Stint of its sessions: shows the change to its settings, and asks',
    flags: [YES, flag('statusline', 'Also the status line; --no-statusline: hooks alone')],
    examples: ['stint hook install', 'CLAUDE_CONFIG_DIR=~/.claude-work stint hook install --yes'],
    effect: 'write',
  },
  {
    words: 'hook uninstall',
    summary: 'Take it out of Claude Code’s settings again; what was there before is put back',
    flags: [YES],
    effect: 'write',
  },
  { words: 'hook status', summary: 'What Claude Code’s settings run of Stint' },
  {
    words: 'statusline',
    summary: 'What Claude Code runs for its status line: ticket, today, budget, cost',
    flags: [
      {
        ...flag('wrap', 'Runs the line that was there before, too; `stint hook install` says which'),
        kind: 'text',
      },
    ],
    examples: ['{"statusLine":{"type":"command","command":"stint statusline"}}'],
  },
];
