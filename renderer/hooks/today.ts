import { instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { dayOf } from '#shared/values/local-day.ts';
import { useNow } from './now.ts';
import { useSettingValue } from './preferences.ts';
import { useRoute } from './route.ts';

/** Today where the person's days are counted; looked at again every minute. */
export function useToday(): LocalDay {
  const now = useNow(60_000);
  const zone = useSettingValue('time.zone');
  return dayOf(
    instant(now),
    typeof zone === 'string' && zone !== '' ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
}

/** The day that lies in front of the person: the one that is shown, else `today`. */
export function useShownDay(): string {
  const { page, argument } = useRoute();
  return page === 'today' && argument !== null ? argument : 'today';
}

/** The week that lies in front of the person, else `this`. */
export function useShownWeek(): string {
  const { page, argument } = useRoute();
  return page === 'week' && argument !== null ? argument : 'this';
}
