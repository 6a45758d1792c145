import type { Instant } from '../values/instant.ts';

/** A sign of life of an editor, as WakaTime's plugins send it. */
export interface EditorBeat {
  readonly user: string;
  readonly at: Instant;
  /** File, domain or application; with `type` and `at` it tells one beat from another. */
  readonly entity: string;
  readonly type: 'file' | 'app' | 'domain' | 'url';
  readonly category: string;
  readonly project: string | null;
  readonly branch: string | null;
  readonly language: string | null;
  readonly editor: string | null;
  readonly isWrite: boolean;
}
