import { exchangeOperations } from '#shared/contract/exchange-operations.ts';
import * as exchange from '../exchange-services.ts';
import { noun } from './noun.ts';

/** Time from other tools and for them. */
export const operations = noun(exchangeOperations, (world) => ({
  importTimes: (input) => exchange.importTimes(world, input),
  importClaudeTime: (input) => exchange.importClaudeTime(world, input),
  saveAll: (input) => exchange.saveAll(world, input),
  restoreAll: (input) => exchange.restoreAll(world, input),
  exportTimes: (input) => exchange.exportTimes(world, input),
}));
