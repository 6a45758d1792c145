import type { Commit } from '../evidence/commit.ts';
import type { Settings } from '../settings/catalogue.ts';
import type { Instant } from '../values/instant.ts';
import { formatInstant } from '../values/instant.ts';
import type { Zone } from '../values/local-day.ts';
import { Problem } from '../values/problem.ts';
import type { MemoryAudit } from './memory-audit.ts';
import { memoryAudit } from './memory-audit.ts';
import type { MemoryClaude } from './memory-claude.ts';
import { memoryClaude } from './memory-claude.ts';
import type { MemoryClock } from './memory-clock.ts';
import { memoryClock } from './memory-clock.ts';
import type { MemoryCode } from './memory-code.ts';
import { memoryCode } from './memory-code.ts';
import type { MemoryDump } from './memory-dump.ts';
import { memoryDump } from './memory-dump.ts';
import type { MemoryEvents } from './memory-events.ts';
import { memoryEvents } from './memory-events.ts';
import type { MemoryFiles } from './memory-files.ts';
import { memoryFiles } from './memory-files.ts';
import type { MemoryHttp } from './memory-http.ts';
import { memoryHttp } from './memory-http.ts';
import type { MemoryGoogle } from './memory-google.ts';
import { memoryGoogle } from './memory-google.ts';
import { memoryIds } from './memory-ids.ts';
import type { MemorySecrets } from './memory-secrets.ts';
import { memorySecrets } from './memory-secrets.ts';
import { memorySettings } from './memory-settings.ts';
import type { ConfigFiles } from './configuration.ts';
import { followConfiguration } from './configuration.ts';
import type { MemorySessionGit } from './memory-session-git.ts';
import { memorySessionGit } from './memory-session-git.ts';
import { memoryStores } from './memory-stores.ts';
import type { MemoryTelemetry } from './memory-telemetry.ts';
import { memoryTelemetry } from './memory-telemetry.ts';
import type { GitReader, World } from './world.ts';

/** Git as a test tells it: repositories by folder, each with commits; a folder may break. */
export interface MemoryGit extends GitReader {
  readonly repositories: Map<string, { commits: Omit<Commit, 'repository'>[]; broken: Problem | null }>;
  identityGiven: { emails: string[]; name: string | null };
  /** How often a repository was really read. */
  scans: number;
}

/** A whole world in memory, for stories about services. */
export interface MemoryWorld extends World {
  readonly clock: MemoryClock;
  readonly events: MemoryEvents;
  readonly git: MemoryGit;
  readonly sessionGit: MemorySessionGit;
  readonly http: MemoryHttp;
  readonly secrets: MemorySecrets;
  readonly dump: MemoryDump;
  readonly audit: MemoryAudit;
  readonly files: MemoryFiles;
  readonly claude: MemoryClaude;
  readonly telemetry: MemoryTelemetry;
  /** Where the HTTP door answers; null: it is shut. */
  readonly door: { url: string | null };
  /** How often the person was seen elsewhere. */
  readonly seen: { signsOfLife: number };
  readonly google: MemoryGoogle;
  readonly code: MemoryCode;
  /** What `random` gives; 0.5 until a test says otherwise. */
  readonly dice: { value: number };
}

/** @param start where the clock stands, ISO text with offset. */
export function memoryWorld(start: string, zone: Zone, settings: Partial<Settings> = {}): MemoryWorld {
  const clock = memoryClock(start, zone);
  const ids = memoryIds();
  const dice = { value: 0.5 };
  const seen = { signsOfLife: 0 };
  const door: { url: string | null } = { url: null };
  const files = memoryFiles();
  const stores = memoryStores(clock, ids);
  const events = memoryEvents();
  return {
    machine: {
      userName: 'max',
      absolutePath: (path) => path,
      httpUrl: () => door.url,
      home: '/home/max/stint',
      version: '0.0.0',
    },
    door,
    clock,
    ids,
    stores,
    ...followConfiguration({
      app: memorySettings(settings),
      files: memoryConfigFiles(files),
      repositories: () => stores.repositories.list(),
      changed: () => events.publish({ kind: 'settings' }),
    }),
    git: memoryGit(),
    sessionGit: memorySessionGit(),
    presence: {
      current: () => ({ state: 'unknown', backend: 'memory' }),
      signOfLife: async () => void (seen.signsOfLife += 1),
    },
    seen,
    upkeep: {
      checks: async () => [],
      backups: async () => [],
      backup: async () => ({ file: 'memory', at: clock.now(), bytes: 0 }),
      rest: async () => undefined,
    },
    events,
    dump: memoryDump(),
    audit: memoryAudit(stores),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    http: memoryHttp(),
    secrets: memorySecrets(),
    files,
    output: files,
    claude: memoryClaude(),
    telemetry: memoryTelemetry(),
    google: memoryGoogle(clock),
    globalKeys: { states: () => [] },
    paper: null,
    code: memoryCode(),
    demo: noDemo,
    dice,
    random: () => dice.value,
  };
}

/** Files of repositories at their place, and `/home/max/.config/arij/defaults.yaml`. */
const memoryConfigFiles = ({ texts }: MemoryFiles): ConfigFiles => {
  const pathOf = (repository: string | null): string =>
    repository === null ? '/home/max/.config/arij/defaults.yaml' : `${repository}/.tract/config.yaml`;
  return {
    pathOf,
    stamp: async (repository) => texts.get(pathOf(repository)) ?? null,
    read: async (repository) => ({ text: texts.get(pathOf(repository)) ?? null, refused: null }),
  };
};

const noDemo: World['demo'] = {
  isDemo: false,
  canLeave: false,
  open: async () => null,
  leave: async () => null,
};

function memoryGit(): MemoryGit {
  const repositories: MemoryGit['repositories'] = new Map();
  const markOf = (path: string): string => String(repositories.get(path)?.commits.length ?? 0);
  const git: MemoryGit = {
    repositories,
    identityGiven: { emails: [], name: null },
    scans: 0,
    async find(path) {
      return [...repositories.keys()]
        .filter((folder) => folder === path || folder.startsWith(`${path}/`))
        .map((folder) => ({ path: folder, name: folder.split('/').at(-1)!, commonDir: `${folder}/.git` }));
    },
    unchanged: async (repository) => repository.mark === markOf(repository.path),
    async scan(repository, emails, since: Instant) {
      const known = repositories.get(repository.path);
      if (!known) throw new Problem('failed', `${repository.path} is gone.`, 'Forget it: stint repo remove.');
      if (known.broken) throw known.broken;
      git.scans += 1;
      const own = known.commits.filter((c) => emails.includes(c.authorEmail) && c.authoredAt >= since);
      return {
        commits: own.map((commit) => ({ ...commit, repository: repository.id })),
        checkouts: [],
        mark: markOf(repository.path),
        coveredFrom: since,
      };
    },
    identity: async () => git.identityGiven,
  };
  return git;
}

/** A commit on `main`, told by time and subject. */
export function commitAt(at: Instant, subject: string, authorEmail: string): Omit<Commit, 'repository'> {
  return {
    hash: `${formatInstant(at)} ${subject}`,
    authorName: 'Max',
    authorEmail,
    authoredAt: at,
    committedAt: at,
    subject,
    branch: 'main',
    isMerge: false,
    patchId: null,
  };
}
