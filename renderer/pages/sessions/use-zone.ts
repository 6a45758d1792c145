import { useSettingValue } from '../../hooks/preferences.ts';

/** The zone the person's days are in: the one that is set, else that of the machine. */
export function useZone(): string {
  const setting = useSettingValue('time.zone');
  return typeof setting === 'string' && setting !== ''
    ? setting
    : Intl.DateTimeFormat().resolvedOptions().timeZone;
}
