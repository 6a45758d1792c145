// What booking can be asked for. Not imported but through booking-room.ts.
export { cancelBooking, bookingProgress, planBooking, syncBooking } from '#shared/services/booking/book.ts';
export { bookingStates } from '#shared/services/booking/booking-states.ts';
export { connectProvider, disconnectProvider } from '#shared/services/connections/connect-provider.ts';
export { importProjects } from '#shared/services/connections/import-projects.ts';
export { listProviders, providerStatus } from '#shared/services/connections/list-providers.ts';
export { mappingTable } from '#shared/services/connections/mapping-table.ts';
export { mapUnit, unmapUnit } from '#shared/services/connections/map-unit.ts';
export { editProject, listProjects } from '#shared/services/connections/projects.ts';
export { listUnits } from '#shared/services/connections/provider-units.ts';
