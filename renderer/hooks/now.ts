import { useEffect, useState } from 'react';
import { hostNow, onHostClock } from '../client/host-clock.ts';

/** The clock, epoch milliseconds, renewed every `everyMs` on the beat; stands still while `everyMs` is null. */
export function useNow(everyMs: number | null): number {
  const [now, setNow] = useState(hostNow);
  useEffect(() => {
    const forget = onHostClock(() => setNow(hostNow()));
    if (everyMs === null) return forget;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = hostNow();
      // The first one is hardly later than what is shown: nothing is drawn twice for it.
      setNow((shown) => (Math.floor(shown / everyMs) === Math.floor(at / everyMs) ? shown : at));
      timer = setTimeout(tick, everyMs - (at % everyMs));
    };
    tick();
    return () => {
      forget();
      clearTimeout(timer);
    };
  }, [everyMs]);
  return now;
}
