import { Button } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import { client } from '../client/connect.ts';
import { useChange } from '../hooks/change.ts';
import { useSettingValue } from '../hooks/preferences.ts';
import '../styles/first-day.css';

/** Somebody saw their first day and nothing more yet: what else there is, to be taken up or left. */
export function FirstStepsNote() {
  const { t } = useWords();
  const reached = useSettingValue('app.firstSteps');
  const leave = useChange(() => client.setting.set({ key: 'app.firstSteps', value: 'done' }), {
    stale: ['settings'],
  });
  if (reached !== 'day') return null;
  return (
    <div className="page-note">
      <div className="steps-resume">
        <p>{t('steps.resume')}</p>
        <a className="link-button" href="#/welcome">
          {t('steps.resumeOpen')}
        </a>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => leave.mutate(undefined)}>
          {t('steps.resumeLeave')}
        </Button>
      </div>
    </div>
  );
}
