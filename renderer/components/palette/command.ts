/** Where a command stands in the palette. */
export type CommandGroup = 'log' | 'ask' | 'recent' | 'dates' | 'work' | 'pages' | 'tickets' | 'settings';

/** One thing the palette can do. */
export interface Command {
  /** The same each time, so that it is known again. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly words: string;
  /** A quiet word behind it. */
  readonly detail?: string;
  /** Other words it is looked for by. */
  readonly also?: string;
  /** Its shortcut, as keys are written here. */
  readonly key?: string | null;
  readonly run: () => void;
}
