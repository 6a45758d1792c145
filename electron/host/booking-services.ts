// What booking can be asked for. Not imported but through booking-room.ts.
export { cancelBooking, bookingProgress, planBooking, syncBooking } from '#shared/services/book.ts';
export { bookingStates } from '#shared/services/booking-states.ts';
export { connectProvider, disconnectProvider } from '#shared/services/connect-provider.ts';
export { importProjects } from '#shared/services/import-projects.ts';
export { listProviders, providerStatus } from '#shared/services/list-providers.ts';
export { mappingTable } from '#shared/services/mapping-table.ts';
export { mapUnit, unmapUnit } from '#shared/services/map-unit.ts';
export { editProject, listProjects } from '#shared/services/projects.ts';
export { listUnits } from '#shared/services/provider-units.ts';
