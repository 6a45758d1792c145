import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeFoldersQuery } from '../../client/start-queries.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useDelayed } from '../../hooks/delayed.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useNow } from '../../hooks/now.ts';
import { StepFoot } from './StepFoot.tsx';
import type { Chosen } from './progress.ts';

interface Props {
  readonly chosen: Chosen;
  readonly choose: (next: Partial<Chosen>) => void;
  readonly onNext: () => void;
  readonly onDemo: () => void;
  readonly isDemoOpening: boolean;
  readonly onByHand: () => void;
}

/** Where is your code: folders that were found, and those that are typed. */
export function CodeStep({ chosen, choose, onNext, onDemo, isDemoOpening, onByHand }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(codeFoldersQuery());
  const isLate = useDelayed(data === undefined && error === null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const found = data?.folders ?? [];
  const others = chosen.folders.filter((folder) => !found.some(({ path }) => path === folder));
  const add = (): readonly string[] => {
    const folder = typed.trim();
    if (folder === '') return chosen.folders;
    const folders = [...new Set([...chosen.folders, folder])];
    choose({ folders, emails: null });
    setTyped('');
    return folders;
  };
  // The button has nothing more to add and would drop the focus.
  const addNext = () => {
    add();
    field.current?.focus();
  };
  const toggle = (path: string) =>
    choose({
      // Who works there is asked anew.
      emails: null,
      folders: chosen.folders.includes(path)
        ? chosen.folders.filter((one) => one !== path)
        : [...chosen.folders, path],
    });
  return (
    <form
      className="steps-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (add().length > 0) onNext();
      }}
    >
      <p className="steps-lead">
        {t('steps.lead')} {data && found.length === 0 ? t('steps.codeNone') : t('steps.codeLead')}
      </p>
      {error !== null && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && error === null && (
        <div className="steps-list" role="group" aria-busy="true" aria-label={t('steps.looking')}>
          {isLate && [0, 1, 2].map((n) => <Skeleton key={n} height={56} radius={8} />)}
        </div>
      )}
      {(found.length > 0 || others.length > 0) && (
        <ul className="steps-list">
          {found.map((folder) => (
            <FolderRow
              key={folder.path}
              folder={folder}
              isChosen={chosen.folders.includes(folder.path)}
              onToggle={() => toggle(folder.path)}
            />
          ))}
          {others.map((folder) => (
            <li key={folder} className="steps-choice surface">
              <Checkbox label={folder} checked onChange={() => toggle(folder)} />
            </li>
          ))}
        </ul>
      )}
      {data && !data.complete && found.length > 0 && <p className="hint">{t('steps.codeMore')}</p>}
      <div className="steps-type">
        <TextInput
          ref={field}
          label={t('steps.folder')}
          placeholder="~/work"
          value={typed}
          maxLength={4096}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === '') return;
            // Enter adds it; the next one goes on.
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" disabled={typed.trim() === ''} onClick={addNext}>
          {t('steps.addFolder')}
        </Button>
      </div>
      <StepFoot next={t('steps.next')} isBlocked={chosen.folders.length === 0 && typed.trim() === ''}>
        <Button variant="subtle" color="gray" loading={isDemoOpening} onClick={onDemo}>
          {t('steps.demo')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onByHand}>
          {t('steps.byHand')}
        </Button>
      </StepFoot>
    </form>
  );
}

interface Folder {
  readonly path: string;
  readonly shown: string;
  readonly repositories: number;
  readonly names: readonly string[];
  readonly usedAt: string | null;
}

function FolderRow({
  folder,
  isChosen,
  onToggle,
}: {
  folder: Folder;
  isChosen: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow(null);
  const more = folder.repositories - folder.names.length;
  const names = folder.names.join(', ');
  return (
    <li className="steps-choice surface" data-chosen={isChosen || undefined}>
      <Checkbox
        label={
          <>
            <b>{folder.shown}</b>
            <span className="steps-side num">
              {t('steps.repositories', { count: folder.repositories })}
              {folder.usedAt !== null && ` · ${t('steps.used', { ago: formats.ago(folder.usedAt, now) })}`}
            </span>
            <span className="steps-small">
              {more > 0 ? t('steps.andMore', { names, count: more }) : names}
            </span>
          </>
        }
        checked={isChosen}
        onChange={onToggle}
      />
    </li>
  );
}
