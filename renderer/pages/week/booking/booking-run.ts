import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyncResult } from '#shared/contract/booking-shapes.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { client } from '../../../client/connect.ts';
import type { Order } from './plan-choices.ts';

type Asked = Pick<Order, 'entries' | 'decisions'>;

/** One booking from the sheet: what was ordered, how it ended. */
export interface BookingRun {
  readonly isPending: boolean;
  readonly isStopping: boolean;
  /** Entries that were ordered; empty before the first booking. */
  readonly ordered: ReadonlySet<string>;
  readonly result: SyncResult | null;
  readonly error: unknown;
  start(order: Asked): void;
  stop(): void;
  forget(): void;
}

/** Books what is ordered, and no more than that, even when the plan would be another one by now. */
export function useBookingRun(provider: ProviderId, week: string): BookingRun {
  const queries = useQueryClient();
  const [result, setResult] = useState<SyncResult | null>(null);
  const [ordered, setOrdered] = useState<ReadonlySet<string>>(new Set());
  const book = useMutation({
    mutationFn: (order: Asked) =>
      client.booking.sync({
        provider,
        week,
        entries: [...order.entries],
        decisions: [...order.decisions],
      }),
    onSuccess: (output) => {
      if ('created' in output) setResult(output);
    },
    onSettled: () =>
      Promise.all(['booking', 'providers'].map((topic) => queries.invalidateQueries({ queryKey: [topic] }))),
  });
  const stop = useMutation({ mutationFn: () => client.booking.cancel({}) });
  return {
    isPending: book.isPending,
    isStopping: book.isPending && (stop.isPending || stop.isSuccess),
    ordered,
    result,
    error: book.error ?? stop.error,
    start: (order) => {
      stop.reset();
      setResult(null);
      setOrdered(new Set(order.entries));
      book.mutate(order);
    },
    stop: () => stop.mutate(),
    forget: () => {
      setResult(null);
      setOrdered(new Set());
      book.reset();
      stop.reset();
    },
  };
}
