import { wishOperations } from '#shared/contract/wish-operations.ts';
import { understandWish } from '#shared/services/understand-wish.ts';
import { noun } from './noun.ts';

/** What plain words ask for. */
export const operations = noun(wishOperations, (world) => ({
  understand: (input) => understandWish(world, input),
}));
