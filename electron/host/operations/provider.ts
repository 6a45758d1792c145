import { providerOperations } from '#shared/contract/provider-operations.ts';
import * as booking from '../booking-services.ts';
import { noun } from './noun.ts';

/** Services that time is booked with, and what is booked where. */
export const operations = noun(providerOperations, (world) => ({
  list: (input) => booking.listProviders(world, input),
  status: (input) => booking.providerStatus(world, input),
  connect: (input) => booking.connectProvider(world, input),
  disconnect: (input) => booking.disconnectProvider(world, input),
  units: (input) => booking.listUnits(world, input),
  mappings: (input) => booking.mappingTable(world, input),
  map: (input) => booking.mapUnit(world, input),
  unmap: (input) => booking.unmapUnit(world, input),
}));
