import type { CliForm, OperationMeta } from '#shared/contract/operation.ts';
import type { Field } from './fields.ts';

/** A word that stands for an input field by its place. */
export interface Slot {
  readonly field: Field;
  readonly required: boolean;
  /** Takes all the rest, joined by blanks. */
  readonly greedy: boolean;
}

/** What the CLI can be told to do. */
export interface Command {
  /** `['repo', 'add']`. */
  readonly words: readonly string[];
  readonly group: string;
  readonly summary: string;
  readonly slots: readonly Slot[];
  readonly flags: readonly Field[];
  readonly defaults: Readonly<Record<string, string>>;
  readonly examples: readonly string[];
  /** Fields that name a file or folder here, where the person stands. */
  readonly paths: readonly string[];
  /** The operation of the contract, or the name of one of the CLI's own commands. */
  readonly operation: readonly string[] | null;
  readonly effect: OperationMeta['effect'];
  /** Its answer is a document: printed, or written where `--out` says. */
  readonly isDocument?: boolean;
  /** What is never a word or a flag, but asked for. */
  readonly secret: NonNullable<CliForm['secret']> | null;
}
