import { bookingStates } from './booking-states.ts';
import { Desk } from './sample-desk.ts';

export const MON = '2026-02-09';
export const TUE = '2026-02-10';

/** A desk whose tickets of TB are mapped. */
export async function mappedDesk(): Promise<Desk> {
  const desk = new Desk();
  await desk.map('TB');
  return desk;
}

/** How an entry of that week stands with the service. */
export const stateOf = async (desk: Desk, id: string) =>
  (await bookingStates(desk.world, { week: '2026-W07' })).find((one) => one.entryId === id);
