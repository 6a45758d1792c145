import type { Field } from './fields.ts';
import type { Command } from './command.ts';

const flag = (
  name: string,
  kind: Field['kind'],
  meaning: string,
  choices: Field['choices'] = null,
): Field => ({
  name,
  flag: name,
  kind,
  choices,
  required: false,
  meaning,
});

/** Shells that completion is written for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
/** What a completion script asks for while somebody types. */
export const COMPLETED = ['tickets', 'projects', 'settings', 'plans', 'sprints'] as const;

/** Plain words, agents, and what helps with typing. */
export const WORD_COMMANDS: readonly (Omit<Partial<Command>, 'words'> & {
  readonly words: string;
  readonly summary: string;
})[] = [
  {
    words: 'ask',
    summary: 'Ask or tell in plain words, English or German; what changes something is asked about first',
    slots: [
      {
        field: { ...flag('text', 'text', 'What you would say'), required: true },
        required: true,
        greedy: true,
      },
    ],
    flags: [flag('yes', 'boolean', 'Do it without asking first')],
    examples: [
      'stint ask "what did I work on since Monday"',
      'stint ask "how much budget is left"',
      'stint ask "I was in meetings all morning, no ticket"',
    ],
    effect: 'write',
  },
  {
    words: 'mcp',
    summary: 'Speak the Model Context Protocol with an agent, on standard input and output',
    examples: ['claude mcp add stint -- stint mcp'],
  },
  {
    words: 'completion',
    summary: 'Print what completes commands in a shell',
    slots: [
      {
        field: flag('shell', 'text', 'bash, zsh, fish or powershell', SHELLS),
        required: false,
        greedy: false,
      },
    ],
    flags: [flag('list', 'text', 'What the printed script asks while you type', COMPLETED)],
    examples: ['source <(stint completion bash)', 'stint completion zsh'],
  },
];
