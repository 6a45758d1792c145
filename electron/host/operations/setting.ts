import { settingOperations } from '#shared/contract/setting-operations.ts';
import { getSetting, listSettings, setSetting } from '#shared/services/settings.ts';
import { evidenceRoom as evidence } from '../evidence-room.ts';
import { noun } from './noun.ts';

/** Every setting, and where its value comes from. */
export const operations = noun(settingOperations, (world) => ({
  list: () => listSettings(world),
  get: (input) => getSetting(world, input),
  set: (input) => setSetting(world, input),
  explain: async (input) => (await evidence()).explainNow(world, input),
}));
