import { shortcutOperations } from '#shared/contract/shortcut-operations.ts';
import { listGlobalKeys } from '#shared/services/global-keys.ts';
import { noun } from './noun.ts';

/** Keys that work from any program. */
export const operations = noun(shortcutOperations, (world) => ({ list: () => listGlobalKeys(world) }));
