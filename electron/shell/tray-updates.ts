import type { ChangeEvent, World } from '#shared/ports/world.ts';
import { personOf } from '#shared/services/person.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { countWhatIsAsked, glanceAtWhatWaits, readTrayView } from './read-tray-view.ts';
import type { TrayView } from './tray-view.ts';

/** The tooltip counts minutes, so a minute is as fine as it needs to be. */
const TICK_MS = 60_000;
/** So long after the last change it is counted what the week asks: nobody waits for it, and a burst is counted once. */
const COUNT_AFTER_MS = 3_000;
/** And so often where nothing changed but the time of day. */
const COUNT_EVERY_MS = 10 * 60_000;

/** The way to the tray is long past then. */
const FIRST_COUNT_MS = 20_000;
const CHANGES_QUESTIONS: ReadonlySet<ChangeEvent['kind']> = new Set([
  'day',
  'session',
  'settings',
  'sources',
  'booking',
]);

/** Keeps the tray true: after every change, and once a minute for what moves by itself. */
export interface TrayUpdates {
  /** Reads again now, unless a reading is under way; then once more after it. */
  refresh(): void;
  stop(): void;
}

/**
 * Watches the host. Changes that come in a burst are answered with one reading.
 * @param show called with each new view. @param first the view that is shown already.
 * @param glance looks what waits for the person. @param count counts what the week asks: first a while after the start.
 */
export function followForTray(
  world: World,
  first: TrayView,
  show: (view: TrayView) => void,
  glance = glanceAtWhatWaits,
  count = countWhatIsAsked,
): TrayUpdates {
  let view = first;
  let day: LocalDay | null = null;
  let reading = false;
  let again = false;
  let stopped = false;
  // What waits is looked at when there is word that it changed, not every minute.
  let mayWait = true;
  let { questions } = first.attention;

  const refresh = (): void => {
    if (stopped) return;
    again = reading;
    if (reading) return;
    reading = true;
    day = personOf(world).today;
    const known = view.attention.prompts;
    const look = mayWait ? glance : async () => known;
    mayWait = false;
    void readTrayView(world, look, questions)
      .then(
        (read) => {
          view = read;
          if (!stopped) show(view);
        },
        (error: unknown) => {
          mayWait = true;
          world.log.error('tray.refresh', error);
        },
      )
      .finally(() => {
        reading = false;
        if (again) refresh();
      });
  };
  let counting: ReturnType<typeof setTimeout> | undefined;
  const countIn = (ms: number): void => {
    clearTimeout(counting);
    if (stopped) return;
    counting = setTimeout(() => {
      countIn(COUNT_EVERY_MS);
      void count(world).then(
        (counted) => {
          if (counted.count === questions.count && counted.seconds === questions.seconds) return;
          questions = counted;
          refresh();
        },
        (error: unknown) => world.log.error('tray.questions', error),
      );
    }, ms);
  };
  countIn(FIRST_COUNT_MS);
  const stopListening = world.events.subscribe((event) => {
    // Presence is written every half minute and shows nowhere in the tray.
    if (event.kind === 'prompts') mayWait = true;
    if (event.kind === 'presence') return;
    if (CHANGES_QUESTIONS.has(event.kind)) countIn(COUNT_AFTER_MS);
    refresh();
  });
  const timer = setInterval(() => {
    const today = personOf(world).today;
    if (view.session?.state !== 'running' && today === day) return;
    refresh();
  }, TICK_MS);

  return {
    refresh,
    stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(counting);
      stopListening();
    },
  };
}
