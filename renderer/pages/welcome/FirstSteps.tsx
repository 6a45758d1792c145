import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { useChange } from '../../hooks/change.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { go } from '../../hooks/route.ts';
import { useOpenDemo } from '../../hooks/demo.ts';
import { CodeStep } from './CodeStep.tsx';
import { DayStep } from './DayStep.tsx';
import { WeekStep } from './WeekStep.tsx';
import { YouStep } from './YouStep.tsx';
import type { Step } from './progress.ts';
import { STEPS, firstStep, useChosen } from './progress.ts';
import '../../styles/first-steps.css';

interface Begin {
  /** Told when somebody goes on from the first step, and when they leave: the page around keeps showing them. */
  readonly onBegin?: (hasBegun: boolean) => void;
  /** They stand on another page, below its title. */
  readonly isPart?: boolean;
}

/** From the first start to a first proposed day. What was reached is kept, so that a restart goes on there. */
export function FirstSteps(begin: Begin) {
  const kept = useSettingValue('app.firstSteps');
  if (kept === undefined) return <div className="steps" aria-busy="true" />;
  return <Steps kept={kept} {...begin} />;
}

function Steps({ kept, onBegin, isPart = false }: Begin & { kept: unknown }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>(firstStep(kept));
  const [day, setDay] = useState<string | null>(null);
  const [chosen, choose] = useChosen();
  const openDemo = useOpenDemo();
  const keep = useChange((value: string) => client.setting.set({ key: 'app.firstSteps', value }), {
    stale: ['settings'],
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // Whoever goes on by keyboard is read the new step, and tabs on from its start.
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);

  const reach = (next: Step) => {
    onBegin?.(true);
    if (next === 'week' || next === 'day') keep.mutate(next);
    setStep(next);
  };
  const leave = (to: string) => {
    keep.mutate('done');
    onBegin?.(false);
    go(to);
  };
  const at = STEPS.indexOf(step);
  const Heading = isPart ? 'h2' : 'h1';
  return (
    <section className="steps" aria-label={t('steps.title')}>
      <header className="steps-head">
        <p className="caption">{t('steps.progress', { at: at + 1, of: STEPS.length })}</p>
        <Heading ref={heading} tabIndex={-1}>
          {t(`steps.${step}Title`)}
        </Heading>
        <ol className="steps-line" aria-hidden>
          {STEPS.map((one, index) => (
            <li key={one} data-state={index < at ? 'done' : index === at ? 'here' : 'ahead'}>
              {t(`steps.${one}`)}
            </li>
          ))}
        </ol>
      </header>
      {step === 'code' && (
        <CodeStep
          chosen={chosen}
          choose={choose}
          onNext={() => reach('you')}
          onDemo={openDemo.open}
          isDemoOpening={openDemo.isOpening}
          onByHand={() => leave('/today?log=1')}
        />
      )}
      {step === 'you' && (
        <YouStep
          chosen={chosen}
          choose={choose}
          onBack={() => setStep('code')}
          onNext={() => reach('week')}
        />
      )}
      {step === 'week' && (
        <WeekStep
          onBack={() => setStep(chosen.folders.length > 0 ? 'you' : 'code')}
          onFolders={() => setStep('code')}
          onDemo={openDemo.open}
          onByHand={() => leave('/today?log=1')}
          onNext={(newest) => {
            setDay(newest);
            void queries.invalidateQueries({ queryKey: ['day'] });
            reach('day');
          }}
        />
      )}
      {step === 'day' && <DayStep day={day} onBack={() => setStep('week')} onDone={(to) => leave(to)} />}
    </section>
  );
}
