import type { TimerSettings } from '../../contract/timer-operations.ts';
import type { TimeTracking } from '../../formats/paircoder/config-file.ts';
import { readTimeTracking } from '../../formats/paircoder/config-file.ts';
import type { World } from '../../ports/world.ts';
import type { SettingKey } from '../../settings/catalogue.ts';
import { Problem } from '../../values/problem.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { said } from '../../values/said.ts';
import { mapUnit } from '../connections/map-unit.ts';
import { personOf } from '../person.ts';
import { setSetting } from '../settings.ts';

interface Wanted {
  readonly provider?: ProviderId | 'none' | undefined;
  readonly workspace?: string | undefined;
  readonly autoStart?: boolean | undefined;
  readonly autoStop?: boolean | undefined;
  readonly taskPattern?: string | undefined;
}

/** Where each service keeps its place, and what it calls it. */
const PLACE: Readonly<Record<ProviderId, SettingKey>> = {
  toggl: 'providers.toggl.workspaceId',
  clockify: 'providers.clockify.workspaceId',
  harvest: 'providers.harvest.accountId',
  productive: 'providers.productive.organizationId',
};
const LARGEST = 256 * 1024;

/**
 * Chooses the provider and how timers follow tasks: by what is given, over what a configuration file of document 2 says.
 * @returns how it is now. @throws Problem `usage` for a file that says no such thing; then nothing was changed.
 */
export async function configureTimer(
  world: World,
  input: Wanted & { readonly from?: string | undefined },
): Promise<TimerSettings> {
  const told: TimeTracking = input.from === undefined ? {} : await readSection(world, input.from);
  const wanted: Wanted = {
    provider: input.provider ?? told.provider,
    workspace: input.workspace ?? told.workspace_id,
    autoStart: input.autoStart ?? told.auto_start,
    autoStop: input.autoStop ?? told.auto_stop,
    taskPattern: input.taskPattern ?? told.task_pattern,
  };
  await setAll(world, wanted);
  const provider = personOf(world).settings['booking.provider'];
  const mapped: string[] = [];
  const skipped: string[] = [];
  for (const [plan, unit] of Object.entries(told.project_mapping ?? {})) {
    if (provider === 'none') {
      skipped.push(said`${plan}: no provider is chosen`);
      continue;
    }
    try {
      await mapUnit(world, { provider, project: plan, unit });
      mapped.push(plan);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      skipped.push(`${plan}: ${error.message}`);
    }
  }
  const { settings } = personOf(world);
  const place = provider === 'none' ? null : settings[PLACE[provider]];
  return {
    provider,
    workspace: typeof place === 'string' && place !== '' ? place : null,
    autoStart: settings['tasks.autoStart'],
    autoStop: settings['tasks.autoStop'],
    taskPattern: settings['tasks.pattern'],
    mapped,
    skipped,
    tokenVariable: provider === 'none' ? null : `STINT_${provider.toUpperCase()}_TOKEN`,
  };
}

async function setAll(world: World, wanted: Wanted): Promise<void> {
  const provider = wanted.provider ?? world.settings.get()['booking.provider'];
  if (wanted.workspace !== undefined && provider === 'none')
    throw new Problem('usage', said`A workspace of which provider?`, said`Name it: --provider toggl.`);
  const set = async (key: SettingKey, value: unknown): Promise<void> => {
    if (value !== undefined) await setSetting(world, { key, value });
  };
  await set('tasks.pattern', wanted.taskPattern);
  await set('tasks.autoStart', wanted.autoStart);
  await set('tasks.autoStop', wanted.autoStop);
  await set('booking.provider', wanted.provider);
  if (provider !== 'none') await set(PLACE[provider], wanted.workspace);
}

async function readSection(world: World, path: string): Promise<TimeTracking> {
  const told = readTimeTracking(await world.files.read(path, LARGEST));
  if (told !== null) return told;
  throw new Problem(
    'usage',
    said`${path} has no time_tracking that Stint understands. Nothing was changed.`,
    said`Give the .paircoder/config.yaml of the project.`,
  );
}
