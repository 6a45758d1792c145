import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BookingState, ProviderShape } from '#shared/contract/booking-shapes.ts';
import { bookingStatesQuery, providersQuery } from '../client/queries.ts';

const NONE: readonly ProviderShape[] = [];

/** The providers somebody connected, whether they answer or not. */
export function useConnected(): readonly ProviderShape[] {
  const { data } = useQuery(providersQuery());
  return useMemo(() => data?.filter((provider) => provider.state !== 'off') ?? NONE, [data]);
}

/** The one time is booked in unless somebody chooses another; null: none is connected. */
export const usualOf = (connected: readonly ProviderShape[]): ProviderShape | null =>
  connected.find((provider) => provider.isDefault) ?? connected[0] ?? null;

/** What became of an entry, with the name of the provider it was for. */
export interface Booked extends BookingState {
  readonly name: string;
}

/** What became of the entries of a week, by their id; nothing while no provider is connected. */
export function useBookings(week: string): ReadonlyMap<string, Booked> {
  const connected = useConnected();
  const usual = usualOf(connected)?.id ?? null;
  const { data } = useQuery({ ...bookingStatesQuery(week, usual), enabled: usual !== null });
  return useMemo(() => {
    const names = new Map(connected.map(({ id, name }) => [id, name]));
    return new Map(
      (data ?? []).flatMap((state) => {
        const name = names.get(state.provider);
        return name === undefined ? [] : [[state.entryId, { ...state, name }]];
      }),
    );
  }, [data, connected]);
}
