import { ActionIcon } from '@mantine/core';
import {
  IconCalendarWeek,
  IconGitBranch,
  IconKeyboard,
  IconPlugConnected,
  IconReportAnalytics,
  IconStopwatch,
  IconSearch,
  IconSettings,
  IconSun,
  IconUsers,
} from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Hint } from './Hint.tsx';
import { openDialog } from '../hooks/dialogs.ts';
import { useRoute } from '../hooks/route.ts';
import { keyLabel } from '../hooks/shortcuts.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { ConnectionsBadge } from './ConnectionsBadge.tsx';
import { DemoNote } from './DemoNote.tsx';
import { PromptBell } from './prompts/PromptBell.tsx';
import { SessionBar } from './SessionBar.tsx';
import { StintMark } from './StintMark.tsx';

const PAGES = [
  { page: 'today', icon: IconSun },
  { page: 'week', icon: IconCalendarWeek },
  { page: 'sessions', icon: IconStopwatch },
  { page: 'reports', icon: IconReportAnalytics },
  { page: 'customers', icon: IconUsers },
  { page: 'sources', icon: IconGitBranch },
  { page: 'connections', icon: IconPlugConnected },
] as const;
type PageName = (typeof PAGES)[number]['page'] | 'settings';
const isPage = (name: string): name is PageName =>
  name === 'settings' || PAGES.some(({ page }) => page === name);

/** The frame around every page: rail, session, search, the page itself. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { page } = useRoute();
  const title = t(`app.${isPage(page) ? page : 'today'}`);
  useEffect(() => {
    document.title = `${title} · Stint`;
  }, [title]);
  const link = (name: PageName, Icon: typeof IconSun) => (
    <a
      key={name}
      className="rail-link"
      href={`#/${name}`}
      title={t(`app.${name}`)}
      aria-current={page === name ? 'page' : undefined}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>{t(`app.${name}`)}</span>
      {name === 'connections' && <ConnectionsBadge />}
    </a>
  );
  return (
    <div className="frame">
      <a
        className="skip"
        href="#page"
        onClick={(event) => {
          // An address after # is a page of ours; this one is a place.
          event.preventDefault();
          document.getElementById('page')?.focus();
        }}
      >
        {t('app.skip')}
      </a>
      <nav className="rail" aria-label={t('app.navigation')}>
        <div className="rail-brand">
          <StintMark state="running" />
          <span>Stint</span>
        </div>
        {PAGES.map(({ page: name, icon }) => link(name, icon))}
        <div className="rail-space" />
        <DemoNote />
        {link('settings', IconSettings)}
      </nav>
      <header className="topbar">
        <SessionBar />
        <ConnectionBanner />
        <button type="button" className="search-button" onClick={() => openDialog('palette')}>
          <IconSearch size={16} aria-hidden />
          <span>{t('app.search')}</span>
          <kbd>{keyLabel('mod+k')}</kbd>
        </button>
        <PromptBell />
        <Hint label={t('app.shortcuts')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('app.shortcuts')}
            onClick={() => openDialog('shortcuts')}
          >
            <IconKeyboard size={18} stroke={1.75} />
          </ActionIcon>
        </Hint>
      </header>
      <main className="page" id="page" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
