import { projectOperations } from '#shared/contract/provider-operations.ts';
import * as booking from '../booking-services.ts';
import { noun } from './noun.ts';

/** Projects with their customers, hours and rates. */
export const operations = noun(projectOperations, (world) => ({
  list: (input) => booking.listProjects(world, input),
  edit: (input) => booking.editProject(world, input),
  import: (input) => booking.importProjects(world, input),
}));
