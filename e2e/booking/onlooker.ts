// Looks on at every create as it leaves: some rules must hold on the way, not only in the end.
import type { OutboxRow } from '#shared/entries/booking.ts';
import type { Http } from '#shared/ports/http.ts';
import type { FakeProvider } from '../world/providers/fake-provider.ts';
import type { FaultyHttp } from '../world/providers/faulty-http.ts';

/**
 * The same network. Of every create that leaves it is noted when no row of the outbox says so on the disk, and when the
 * entry stands there already although nothing was doubled or held up on the way: then nobody had looked (design §2
 * "Booking").
 */
export function lookOn(
  http: FaultyHttp,
  fake: FakeProvider,
  outbox: () => Promise<readonly OutboxRow[]>,
  breaches: string[],
): Http {
  return {
    async send(request, stop) {
      const { method, body } = request;
      if (method === 'POST' && body !== null) {
        const rows = await outbox();
        const row = rows.find(({ draft }) => carries(body, draft.reference));
        if (row?.state !== 'sending') breaches.push(`created while its row said ${row?.state}: ${body}`);
        const isThere = fake
          .entries()
          .some(({ reference }) => reference !== null && carries(body, reference));
        if (isThere && !http.disturbed()) breaches.push(`created although it stands there: ${body}`);
      }
      return http.send(request, stop);
    },
  };
}

/** In a field of its own or as a mark; never as digits of another number. */
const carries = (body: string, reference: string): boolean =>
  body.includes(`"${reference}"`) || body.includes(`[stint ${reference}]`);
