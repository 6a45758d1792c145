// Loaded before a program (`node --import`): its wall clock begins at a told moment and goes a thousand times slower, so
// that what is drawn of "now" is the same however long the machine takes. Timers go as they always do.
//
//     SLOW_CLOCK=<epoch ms it shows>,<epoch ms at which it shows it>
const [shows, since] = (process.env.SLOW_CLOCK ?? '').split(',').map(Number);
if (Number.isFinite(shows) && Number.isFinite(since)) {
  const Real = Date;
  const now = () => shows + Math.floor(Math.max(0, Real.now() - since) / 1000);
  globalThis.Date = class Date extends Real {
    constructor(...parts) {
      if (parts.length === 0) super(now());
      else super(...parts);
    }
    static now = now;
  };
}
