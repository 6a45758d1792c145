import type { LogVerdict } from '../ports/changes.ts';
import type { World } from '../ports/world.ts';
import { formatInstant } from '../values/instant.ts';
import { configurationChecks } from './configuration/configuration-checks.ts';
import { globalKeyChecks } from './global-keys.ts';
import { personOf } from './person.ts';
import { troubledSources } from './sources/source-trouble.ts';
import { wakaTimeSetup } from './sources/wakatime-source.ts';

interface Check {
  name: string;
  ok: boolean;
  detail: string;
  remedy: string | null;
}

/** What is wrong and what to do: the data folder, settings, repositories, presence, and the log when asked. */
export async function examine(
  world: World,
  input: { verifyLog?: boolean },
): Promise<{ healthy: boolean; checks: Check[]; log: LogVerdict | null }> {
  const log = input.verifyLog ? await world.stores.ledger.verify() : null;
  const checks = [
    ...(await world.upkeep.checks()),
    ...world.settings.notices().map((detail) => ({
      name: 'settings',
      ok: false,
      detail,
      remedy: 'Correct it with `stint config set`.',
    })),
    ...(await configurationChecks(world)),
    await identityCheck(world),
    ...(await repositoryChecks(world)),
    ...(await sourceChecks(world)),
    presenceCheck(world),
    await editorsCheck(world),
    ...secretsCheck(world),
    ...globalKeyChecks(world),
  ];
  return { healthy: checks.every((check) => check.ok) && (log?.intact ?? true), checks, log };
}

async function identityCheck(world: World): Promise<Check> {
  const emails = personOf(world).settings['identity.emails'];
  const needed = (await world.stores.repositories.list()).length > 0;
  if (emails.length > 0) return { name: 'author e-mails', ok: true, detail: emails.join(', '), remedy: null };
  return {
    name: 'author e-mails',
    ok: !needed,
    detail: 'None is set: no commit counts as yours.',
    remedy: `stint config set identity.emails '["you@example.com"]'`,
  };
}

async function repositoryChecks(world: World): Promise<Check[]> {
  return (await world.stores.repositories.list()).map((repository) => ({
    name: `repository ${repository.name}`,
    ok: repository.lastProblem === null,
    detail:
      repository.lastProblem ??
      (repository.lastScanAt ? `read ${formatInstant(repository.lastScanAt)}` : 'not read yet'),
    remedy: repository.lastProblem === null ? null : 'Mend it, or forget it with `stint repo remove`.',
  }));
}

/** Sources that cannot be read; those that can are shown by `stint source list`. */
async function sourceChecks(world: World): Promise<Check[]> {
  return (await troubledSources(world)).map(({ key, name, problem }) => ({
    name: `source ${name}`,
    ok: false,
    detail: problem,
    remedy: `Try again: stint source read ${key}, or leave it: stint source pause ${key}`,
  }));
}

function presenceCheck(world: World): Check {
  const { state, backend } = world.presence.current();
  const known = state !== 'unknown';
  const detail = known ? `${backend} says ${state}` : `${backend}: presence is not known here`;
  // Not knowing is not a fault: the rules for unknown presence apply (design §2 "Presence").
  return {
    name: 'presence',
    ok: true,
    detail,
    remedy: known ? null : 'Days are derived from git and sessions alone.',
  };
}

/** How editors come to tell anything. Their configuration is the person's: it is shown, never written. */
async function editorsCheck(world: World): Promise<Check> {
  const lines = await wakaTimeSetup(world);
  const detail =
    lines === null
      ? 'WakaTime plugins cannot tell anything while the HTTP door is shut (`stint serve`, or doors.http in the app).'
      : `To let WakaTime plugins tell Stint too, put these two lines into ~/.wakatime.cfg:\n${lines.join('\n')}`;
  return { name: 'editors', ok: true, detail, remedy: null };
}

/** How tokens are kept, where there is something to know about it; no fault, for a person may want it so. */
function secretsCheck(world: World): Check[] {
  const warning = world.secrets.warning();
  return warning === null
    ? []
    : [
        {
          name: 'tokens',
          ok: true,
          detail: `⚠ ${warning}`,
          remedy: 'Give tokens by the environment, or in the desktop app.',
        },
      ];
}

/** Backs the database up now. */
export async function backUp(world: World): Promise<{ file: string; at: string; bytes: number }> {
  const backup = await world.upkeep.backup();
  return { ...backup, at: formatInstant(backup.at) };
}

/** Backups, newest first. */
export async function listBackups(world: World): Promise<{ file: string; at: string; bytes: number }[]> {
  return (await world.upkeep.backups()).map((backup) => ({ ...backup, at: formatInstant(backup.at) }));
}

/** The newest steps of the log, without their contents. */
export async function showHistory(
  world: World,
  input: { limit?: number | undefined; before?: string | undefined },
) {
  const steps = await world.stores.ledger.history(input.limit ?? 50, input.before);
  return steps.map(({ id, at, actor, operation, why, changes }) => ({
    id,
    at: formatInstant(at),
    actor,
    operation,
    why,
    rows: changes.length,
  }));
}

/** What this program is, where its data lies, and what is not well. */
export async function aboutStint(world: World) {
  const { home, version } = world.machine;
  const { state, backend } = world.presence.current();
  const [lastBackup] = await listBackups(world);
  const { checks } = await examine(world, {});
  return {
    version,
    home,
    presence: { state, backend },
    lastBackup: lastBackup ?? null,
    checks: checks.filter((one) => !one.ok),
  };
}
