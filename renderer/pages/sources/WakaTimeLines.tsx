import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { wakaTimeLines } from '#shared/sources/wakatime/configuration.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useChange } from '../../hooks/change.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { CopyLines } from './CopyLines.tsx';

/** A port for those who have none of their own: below those that systems hand out by themselves. */
const FREE_PORT = 17_847;

/** The two lines for `~/.wakatime.cfg`, once the door they lead to is open at a port that stays. */
export function WakaTimeLines({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation();
  const port = useSettingValue('doors.httpPort');
  const set = useChange(
    ({ name, value }: { name: string; value: unknown }) => client.setting.set({ key: name, value }),
    { stale: ['settings', 'sources'], announce: false },
  );
  const step = !isOpen
    ? {
        words: t('sources.wakatimeClosed'),
        label: t('sources.wakatimeOpen'),
        name: 'doors.http',
        value: true,
      }
    : port === 0
      ? {
          words: t('sources.wakatimePort'),
          label: t('sources.wakatimeFix', { port: FREE_PORT }),
          name: 'doors.httpPort',
          value: FREE_PORT,
        }
      : null;
  // `stint serve` says by its own flag where it is; the setting counts for the app.
  const url = window.stint ? `http://127.0.0.1:${String(port)}` : window.location.origin;
  return (
    <>
      {isOpen && (
        <>
          <p className="set-up-lead">{t('sources.wakatimeLead')}</p>
          <Lines url={url} />
        </>
      )}
      {step && (
        <>
          <p className="set-up-lead">{step.words}</p>
          <Button size="compact-sm" variant="light" loading={set.isPending} onClick={() => set.mutate(step)}>
            {step.label}
          </Button>
        </>
      )}
      <FieldProblem error={set.error} />
    </>
  );
}

function Lines({ url }: { url: string }) {
  // The host makes the key when the lines are first wanted; the list of settings may be older than it.
  const { data } = useQuery({
    queryKey: ['settings', 'editor.wakatimeKey'],
    queryFn: () => client.setting.get({ key: 'editor.wakatimeKey' }),
  });
  const key = data?.value;
  if (typeof key !== 'string' || key === '') return null;
  return <CopyLines label="~/.wakatime.cfg" lines={wakaTimeLines(url, key).join('\n')} />;
}
