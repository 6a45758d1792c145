import type { Checkout, Commit, Repository } from '../evidence/commit.ts';
import type { PresenceState } from '../evidence/presence.ts';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Zone } from '../values/local-day.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { CodeFinder } from './code-finder.ts';
import type { Configuration } from './configuration.ts';
import type { SettingsStore } from './settings-store.ts';
import type { Demo } from './demo.ts';
import type { DataDump } from './dump.ts';
import type { GlobalKeys } from './global-keys.ts';
import type { GoogleCalendars } from './google-calendars.ts';
import type { ClaudeFiles } from './claude-files.ts';
import type { FileWriter } from './file-writer.ts';
import type { Http } from './http.ts';
import type { PaperPrinter } from './paper.ts';
import type { Secrets } from './secrets.ts';
import type { SessionGit } from './session-git.ts';
import type { Stores } from './stores.ts';
import type { TelemetryFiles } from './telemetry-files.ts';
import type { Stop } from '../values/stop.ts';

/** Everything the program asks of the world, handed in once (style §5.4: effects and time are handed in). */
export interface World {
  readonly machine: Machine;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly stores: Stores;
  readonly settings: SettingsStore;
  readonly configuration: Configuration;
  readonly git: GitReader;
  readonly sessionGit: SessionGit;
  readonly presence: PresenceGauge;
  readonly upkeep: Upkeep;
  readonly dump: DataDump;
  readonly audit: AuditTrail;
  readonly events: EventBus;
  readonly log: Log;
  readonly http: Http;
  readonly secrets: Secrets;
  readonly files: FileReader;
  readonly output: FileWriter;
  readonly claude: ClaudeFiles;
  readonly telemetry: TelemetryFiles;
  readonly google: GoogleCalendars;
  readonly globalKeys: GlobalKeys;
  /** Null where nothing can print: everywhere but in the desktop app. */
  readonly paper: PaperPrinter | null;
  readonly code: CodeFinder;
  readonly demo: Demo;
  /** From 0 up to 1: spreads out what would else be tried by everybody at the same moment. */
  random(): number;
}

/** Files a person named. */
export interface FileReader {
  /** The files to read at a path: itself, or what lies in the folder (not deeper), sorted. @throws Problem `not-found`. */
  list(path: string): Promise<readonly { readonly path: string; readonly name: string }[]>;
  /** The folders directly below one, sorted; none where it is no folder. Links are not followed. */
  folders(path: string): Promise<readonly { readonly path: string; readonly name: string }[]>;
  /** Text of a file of at most `limit` bytes. @throws Problem `not-found`, `usage` when it is larger or no text. */
  read(path: string, limit: number): Promise<string>;
}

export interface Machine {
  /** The name the person is logged in with; used while `identity.user` is empty. */
  readonly userName: string;
  /** Reads a folder name as a person types it: `~` is the home, relative is below where they stand. */
  absolutePath(path: string): string;
  /** Where the HTTP door of this data folder answers (`http://127.0.0.1:7847`); null while it is shut. */
  httpUrl(): string | null;
  /** The data folder, absolute. */
  readonly home: string;
  /** Of this program. */
  readonly version: string;
}

export interface Clock {
  now(): Instant;
  /** Milliseconds that never jump; they stand still while the machine sleeps or not, so compare, do not trust. */
  monotonicMs(): number;
  /** The zone of the machine. */
  zone(): Zone;
  /** Lets time pass; ends early, without an error, when it is called off. */
  wait(ms: number, stop?: Stop): Promise<void>;
}

export interface IdSource {
  next(at: Instant): Id;
  /** A UUIDv4 in lower case that nobody can guess: a key. */
  secret(): string;
}

/** What a scan of one repository found. */
export interface GitScan {
  readonly commits: readonly Commit[];
  readonly checkouts: readonly Checkout[];
  readonly mark: string;
  readonly coveredFrom: Instant;
}

export interface GitReader {
  /** Repositories at or below a folder: work trees, worktrees, bare clones. @throws Problem when there is no such folder. */
  find(path: string): Promise<readonly { path: string; name: string; commonDir: string }[]>;
  /** True when refs and reflog look as they did at `repository.mark`: nothing to scan. Costs a few stat calls. */
  unchanged(repository: Repository): Promise<boolean>;
  /** Reads commits authored since `since` (by these e-mails only) and the checkouts; only what is new where the mark allows. */
  scan(repository: Repository, emails: readonly string[], since: Instant): Promise<GitScan>;
  /** `user.email` and `user.name` of git config (global and of each repository). */
  identity(paths: readonly string[]): Promise<{ emails: readonly string[]; name: string | null }>;
}

/** The live state of presence, as the tray and `status` show it. */
export interface PresenceGauge {
  current(): { readonly state: PresenceState; readonly backend: string };
  /** The person was seen elsewhere just now (they typed a prompt for an agent). Tells something only where no sensor does. Never throws. */
  signOfLife(): Promise<void>;
}

/** What the desktop can tell about the person; one per backend, chosen at start. */
export interface PresenceSensor {
  /** Named in `status`, settings and `doctor`: which one is live. */
  readonly backend: string;
  /** Milliseconds since the last input (null: cannot be known here) and whether the screen is locked. */
  sample(): { readonly idleMs: number | null; readonly locked: boolean };
  /** Power events; each may come twice. Returns the way to stop listening. */
  onPower(listener: (event: 'suspend' | 'resume' | 'lock' | 'unlock' | 'shutdown') => void): () => void;
}

/** Looking after the data folder. */
export interface Upkeep {
  /** Integrity, versions, backups, settings file: what `stint doctor` prints. */
  checks(): Promise<readonly { name: string; ok: boolean; detail: string; remedy: string | null }[]>;
  backups(): Promise<readonly { file: string; at: Instant; bytes: number }[]>;
  backup(): Promise<{ file: string; at: Instant; bytes: number }>;
  /** Nobody looks for a while: gives back the memory that is only there to answer quickly. */
  rest(): Promise<void>;
}

/** What changed, so that windows ask again. */
export type ChangeEvent =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'session' }
  | { readonly kind: 'presence' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'repositories' }
  | { readonly kind: 'providers' }
  | { readonly kind: 'projects' }
  | { readonly kind: 'booking' }
  | { readonly kind: 'sources' }
  | { readonly kind: 'prompts' };

export interface EventBus {
  publish(event: ChangeEvent): void;
  /** Returns the way to stop listening. */
  subscribe(listener: (event: ChangeEvent) => void): () => void;
}

/** Never given tokens, messages or titles (design §2 "Privacy"). */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  warn(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(event: string, error: unknown): void;
}
