import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { client } from '../../client/connect.ts';
import { sourcesQuery } from '../../client/queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import type { Source } from '../../components/SourceMark.tsx';
import { SourceMark } from '../../components/SourceMark.tsx';
import { useChange } from '../../hooks/change.ts';
import { ActivityWatchImport } from './ActivityWatchImport.tsx';
import { ConnectGoogle } from './ConnectGoogle.tsx';
import { CopyLines } from './CopyLines.tsx';
import { GoogleRows, isAccount } from './GoogleAccounts.tsx';
import { AddCalendar, IcsRows } from './IcsCalendars.tsx';
import { Repositories } from './Repositories.tsx';
import { SetUp } from './SetUp.tsx';
import { SourceRow } from './SourceRow.tsx';
import { WakaTimeLines } from './WakaTimeLines.tsx';
import { claudeHooks } from './claude-hooks.ts';
import type { Part } from './source-facts.ts';
import { canRead, sourcesOf, withoutKey } from './source-facts.ts';
import '../../styles/sources.css';
import '../../styles/set-up.css';

/** What the day is derived from: every source, how it is doing, and the ways to more of them. */
export function SourcesPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(sourcesQuery());
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  return (
    <>
      <header className="page-head">
        <div className="page-head-words">
          <h1 className="page-title">{t('sources.title')}</h1>
          <p className="page-lead">
            {t('sources.lead')}{' '}
            <a className="link-button" href="#/sources/outgoing">
              {t('sources.toOutgoing')}
            </a>
          </p>
        </div>
        <ReadAll sources={data} />
      </header>
      <div className="page-body">
        <div className="page-narrow sources">
          <Section part="git" mark="git">
            <Repositories sources={sourcesOf(data, 'git')} />
          </Section>
          <Calendars sources={sourcesOf(data, 'calendars')} />
          <Section part="editors" mark="ide">
            <Rows sources={sourcesOf(data, 'editors')} />
            <SetUp title={t('sources.wakatime')}>
              <WakaTimeLines
                isOpen={data.some(({ kind, state }) => kind === 'wakatime' && state !== 'off')}
              />
            </SetUp>
            <SetUp title={t('sources.telemetry')}>
              <CopyLines
                label={t('sources.telemetry')}
                lines={'stint telemetry start TB-042 --tool my-tool\nstint telemetry stop --tool my-tool'}
              />
            </SetUp>
          </Section>
          <Section part="agents" mark="agent">
            <Rows sources={sourcesOf(data, 'agents')} />
            <SetUp title={t('sources.claude')}>
              <p className="set-up-lead">{t('sources.claudeLead')}</p>
              <CopyLines label="~/.claude/settings.json" lines={claudeHooks()} />
            </SetUp>
          </Section>
          <Section part="machine" mark={null}>
            <Rows sources={sourcesOf(data, 'machine')} />
            <SetUp title={t('sources.activitywatch')}>
              <ActivityWatchImport />
            </SetUp>
          </Section>
          <Section part="tickets" mark={null}>
            <Rows sources={sourcesOf(data, 'tickets')} />
            <p className="hint source-hint">
              <a className="link-button" href="#/settings?find=tickets.">
                {t('sources.trackersWhere')}
              </a>
            </p>
          </Section>
        </div>
      </div>
    </>
  );
}

function Calendars({ sources }: { sources: readonly SourceShape[] }) {
  const ics = sources.filter(({ kind, state }) => kind === 'ics' && state !== 'off');
  const google = sources.filter(({ kind }) => kind === 'google');
  const isEmpty = ics.length === 0 && google.every(({ key }) => key === 'google');
  return (
    <Section part="calendars" mark="calendar">
      {!isEmpty && (
        <ul className="rows surface">
          <IcsRows sources={ics} />
          <GoogleRows sources={google} />
        </ul>
      )}
      <div className="surface source-card">
        <AddCalendar />
      </div>
      {/* Once an account is here, what was asked for is done. */}
      <ConnectGoogle key={google.filter(isAccount).length} />
    </Section>
  );
}

function Section({ part, mark, children }: { part: Part; mark: Source | null; children: ReactNode }) {
  const { t } = useTranslation();
  const words = t(`sources.${part}`);
  return (
    <section aria-label={words}>
      <h2 className="caption list-caption list-caption-mark">
        {mark !== null && <SourceMark source={mark} size={11} silent />} {words}
      </h2>
      {children}
    </section>
  );
}

function Rows({ sources }: { sources: readonly SourceShape[] }) {
  const { t } = useTranslation();
  if (sources.length === 0) return null;
  return (
    <ul className="rows surface">
      {sources.map((source) => (
        <SourceRow
          key={source.key}
          source={source}
          {...(source.kind === 'presence' ? { name: t('sources.presence') } : {})}
          {...(source.kind === 'wakatime'
            ? { detail: withoutKey(source.detail, t('sources.wakatimeReady')) }
            : {})}
          {...(source.kind === 'tickets' && source.state === 'off'
            ? { detail: t('sources.trackersLead') }
            : {})}
        />
      ))}
    </ul>
  );
}

function ReadAll({ sources }: { sources: readonly SourceShape[] }) {
  const { t } = useTranslation();
  const read = useChange(() => client.source.read({}), {
    stale: ['sources', 'repositories', 'day', 'week', 'tickets'],
  });
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} />}
      disabled={!sources.some(canRead)}
      loading={read.isPending}
      onClick={() => read.mutate(undefined)}
    >
      {t('sources.readAll')}
    </Button>
  );
}
