import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { peopleQuery } from '../../client/start-queries.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useChange } from '../../hooks/change.ts';
import { useDelayed } from '../../hooks/delayed.ts';
import { useSettingValue } from '../../hooks/preferences.ts';
import { StepFoot } from './StepFoot.tsx';
import type { Chosen } from './progress.ts';
import { tickedAtFirst } from './people.ts';

interface Props {
  readonly chosen: Chosen;
  readonly choose: (next: Partial<Chosen>) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

const NAMES = 4;

/** Are these you: the addresses git is set up with, and those that committed most. Going on registers the folders. */
export function YouStep({ chosen, choose, onBack, onNext }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(peopleQuery(chosen.folders));
  const isLate = useDelayed(data === undefined && error === null);
  const known = useSettingValue('identity.emails');
  const [typed, setTyped] = useState('');
  const adopt = useChange(
    (emails: readonly string[]) =>
      client.welcome.adopt({
        paths: [...chosen.folders],
        emails: [...emails],
        ...(data?.name ? { name: data.name } : {}),
      }),
    {
      stale: ['repositories', 'settings', 'day', 'week', 'tickets', 'sources'],
      announce: false,
      done: onNext,
    },
  );
  const people = data?.people ?? [];
  const ticked = chosen.emails ?? tickedAtFirst(people, data?.name ?? null, known);
  const others = [...new Set([...chosen.added, ...ticked])].filter(
    (email) => !people.some((one) => one.email === email),
  );
  const toggle = (email: string) =>
    choose({ emails: ticked.includes(email) ? ticked.filter((one) => one !== email) : [...ticked, email] });
  const add = (): readonly string[] => {
    const email = typed.trim();
    if (email === '') return ticked;
    const emails = [...new Set([...ticked, email])];
    choose({ emails, added: [...new Set([...chosen.added, email])] });
    setTyped('');
    return emails;
  };
  const names = (data?.repositories ?? []).map(({ name }) => name);
  const shown = names.slice(0, NAMES).join(', ');
  return (
    <form
      className="steps-body"
      onSubmit={(event) => {
        event.preventDefault();
        const emails = add();
        if (emails.length > 0) adopt.mutate(emails);
      }}
    >
      <p className="steps-lead">{t('steps.youLead')}</p>
      {error !== null && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && error === null && (
        <div className="steps-list" aria-busy="true" aria-label={t('steps.readingPeople')}>
          {isLate && [0, 1].map((n) => <Skeleton key={n} height={48} radius={8} />)}
        </div>
      )}
      {data && (
        <>
          <ul className="steps-list">
            {people.map((person) => (
              <li
                key={person.email}
                className="steps-choice surface"
                data-chosen={ticked.includes(person.email) || undefined}
              >
                <Checkbox
                  checked={ticked.includes(person.email)}
                  onChange={() => toggle(person.email)}
                  label={
                    <>
                      <b>{person.email}</b>
                      <span className="steps-side num">{t('steps.commits', { count: person.commits })}</span>
                      <span className="steps-small">
                        {[person.name, person.configured ? t('steps.configured') : '']
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </>
                  }
                />
              </li>
            ))}
            {others.map((email) => (
              <li
                key={email}
                className="steps-choice surface"
                data-chosen={ticked.includes(email) || undefined}
              >
                <Checkbox label={email} checked={ticked.includes(email)} onChange={() => toggle(email)} />
              </li>
            ))}
          </ul>
          <div className="steps-type">
            <TextInput
              label={t('steps.address')}
              value={typed}
              maxLength={254}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || typed.trim() === '') return;
                event.preventDefault();
                add();
              }}
            />
            <Button variant="default" disabled={typed.trim() === ''} onClick={() => void add()}>
              {t('steps.addFolder')}
            </Button>
          </div>
          <p className="hint">
            {t('steps.inRepositories', {
              count: names.length,
              names:
                names.length > NAMES
                  ? t('steps.andMore', { names: shown, count: names.length - NAMES })
                  : shown,
            })}
          </p>
        </>
      )}
      <FieldProblem error={adopt.error} />
      <StepFoot
        onBack={onBack}
        next={t('steps.next')}
        isBusy={adopt.isPending}
        busyWords={t('steps.adopting')}
        isBlocked={!data || (ticked.length === 0 && typed.trim() === '')}
      />
    </form>
  );
}
