import type { Terminal } from './terminal.ts';

/** What one of the CLI's own commands is given. */
export interface OwnCall {
  readonly home: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly json: boolean;
  readonly terminal: Terminal;
}
