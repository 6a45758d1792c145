/** Where a command runs: the terminal, or a test's stand-in. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Columns, where `out` is a terminal; else null: no colour, nothing cut. */
  readonly columns: number | null;
  readonly errIsTerminal: boolean;
  /** Asks for what nobody may see: the first line of the input, typed without echo; null: nothing was given. */
  readonly askSecret: (prompt: string) => Promise<string | null>;
  /** Asks a question that yes or no answers, with the letter that says yes; null: there is nobody to ask. */
  readonly confirm: (question: string, yes?: 'y' | 'j') => Promise<boolean | null>;
}
