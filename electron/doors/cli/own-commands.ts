import type { Command } from './command.ts';
import type { Field } from './fields.ts';
import { HOOK_COMMANDS } from './hook-command-list.ts';
import { WORD_COMMANDS } from './word-command-list.ts';

const text = (name: string, meaning: string): Field => ({
  name,
  flag: name,
  kind: 'text',
  choices: null,
  required: true,
  meaning,
});

/** Commands that are about the program itself and so stand outside the contract. `own.ts` carries them out. */
export const OWN_COMMANDS: readonly Command[] = [
  own('serve', 'Run without a desktop: the window and REST on 127.0.0.1 until stopped', {
    flags: [
      port('Port; 0 picks a free one (setting doors.httpPort)'),
      {
        name: 'demo',
        flag: 'demo',
        kind: 'boolean',
        choices: null,
        required: false,
        meaning: 'Made-up data instead of yours, gone afterwards',
      },
    ],
    examples: ['stint serve --port 0'],
  }),
  own('demo', 'Look around with made-up data in the browser; your own is neither read nor written', {
    flags: [port('Port; left out, a free one is picked')],
    examples: ['stint demo'],
  }),
  ...WORD_COMMANDS.map(({ words, summary, ...more }) => own(words, summary, more)),
  ...HOOK_COMMANDS.map(({ words, summary, ...more }) => own(words, summary, more)),
  own('backup restore', 'Put a backup in the place of the database; the old one is set aside', {
    slots: [
      { field: text('file', 'A backup, as `stint backup list` names it'), required: true, greedy: false },
    ],
    effect: 'write',
  }),
];

function port(meaning: string): Field {
  return { name: 'port', flag: 'port', kind: 'number', choices: null, required: false, meaning };
}

function own(words: string, summary: string, more: Partial<Command>): Command {
  return {
    words: words.split(' '),
    group: words === 'backup restore' ? 'upkeep' : 'door',
    summary,
    slots: [],
    flags: [],
    defaults: {},
    examples: [],
    paths: [],
    operation: null,
    effect: 'read',
    secret: null,
    ...more,
  };
}
