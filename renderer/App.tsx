import { useQueryClient } from '@tanstack/react-query';
import { Component, Suspense, lazy, memo, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useWords } from './words/use-words.ts';
import { onNavigate } from './client/bridge.ts';
import { useConnection } from './client/connection.ts';
import { followChanges } from './client/live.ts';
import { CommandPalette } from './components/CommandPalette.tsx';
import { EmptyState } from './components/EmptyState.tsx';
import { Frame } from './components/Frame.tsx';
import { LogWish } from './components/LogWish.tsx';
import { PageFallback } from './components/PageFallback.tsx';
import { QuickAddDialog } from './components/QuickAddDialog.tsx';
import { ShortcutsSheet } from './components/ShortcutsSheet.tsx';
import { Unauthorised } from './components/Unauthorised.tsx';
import { usePreferences } from './hooks/preferences.ts';
import type { Route } from './hooks/route.ts';
import { go, useRoute } from './hooks/route.ts';
import { useWindowActions } from './hooks/window-actions.ts';
import { SessionsPage } from './pages/sessions/SessionsPage.tsx';
import { TodayPage } from './pages/today/TodayPage.tsx';

/** Not on the way to the first page: they are read when somebody goes there. */
const ConnectionsPage = lazy(async () => ({
  default: (await import('./pages/connections/ConnectionsPage.tsx')).ConnectionsPage,
}));

const WeekPage = lazy(async () => ({ default: (await import('./pages/week/WeekPage.tsx')).WeekPage }));

const ReportsPage = lazy(async () => ({
  default: (await import('./pages/reports/ReportsPage.tsx')).ReportsPage,
}));

const CustomersPage = lazy(async () => ({
  default: (await import('./pages/customers/CustomersPage.tsx')).CustomersPage,
}));

const SourcesPage = lazy(async () => ({
  default: (await import('./pages/sources/SourcesPage.tsx')).SourcesPage,
}));

const OutgoingPage = lazy(async () => ({
  default: (await import('./pages/sources/OutgoingPage.tsx')).OutgoingPage,
}));

const FirstSteps = lazy(async () => ({
  default: (await import('./pages/welcome/FirstSteps.tsx')).FirstSteps,
}));

const SettingsPage = lazy(async () => ({
  default: (await import('./pages/settings/SettingsPage.tsx')).SettingsPage,
}));

/** All of the small window above the others (desktop app). */
const Widget = lazy(async () => ({ default: (await import('./pages/widget/Widget.tsx')).Widget }));

/** The whole window: the frame, the page of the route, and what is there on every page. */
export function App() {
  const queries = useQueryClient();
  const connection = useConnection();
  useEffect(() => {
    const stop = new AbortController();
    void followChanges(queries, stop.signal);
    return () => stop.abort();
  }, [queries]);
  useEffect(() => onNavigate(go), []);
  const isWidget = useRoute().page === 'widget';
  if (connection === 'unauthorised') return <Unauthorised />;
  return isWidget ? (
    <Suspense>
      <Widget />
    </Suspense>
  ) : (
    <Pages />
  );
}

/** What is told of the connection is not its business. */
const Pages = memo(function Pages() {
  const route = useRoute();
  usePreferences();
  useWindowActions();
  return (
    <>
      <Frame>
        <Guard key={route.page} shown={route.argument}>
          <Suspense fallback={<PageFallback error={null} retry={() => undefined} />}>
            {pageOf(route)}
          </Suspense>
        </Guard>
      </Frame>
      <ShortcutsSheet />
      <CommandPalette />
      <QuickAddDialog />
      {route.page !== 'today' && <LogWish />}
    </>
  );
});

function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case 'week':
      return <WeekPage week={route.argument} />;
    case 'sessions':
      return <SessionsPage shown={route.argument} />;
    case 'reports':
      return <ReportsPage report={route.argument} />;
    case 'customers':
      return <CustomersPage chosen={route.argument} />;
    case 'sources':
      return route.argument === 'outgoing' ? <OutgoingPage /> : <SourcesPage />;
    case 'connections':
      return <ConnectionsPage chosen={route.argument} />;
    case 'welcome':
      return (
        <div className="page-body">
          <FirstSteps />
        </div>
      );
    case 'settings':
      // A link may ask for another setting while the page is there.
      return <SettingsPage key={route.query.get('find') ?? ''} />;
    default:
      return <TodayPage date={route.argument} />;
  }
}

/** A page that breaks must not take the frame with it. */
class Guard extends Component<{ shown: string | null; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override componentDidUpdate(before: { shown: string | null }) {
    if (before.shown !== this.props.shown && this.state.broken) this.setState({ broken: false });
  }
  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useWords();
  return (
    <div className="page-body" role="alert">
      <EmptyState title={t('problem.crashTitle')}>
        <p>{t('problem.crash')}</p>
      </EmptyState>
    </div>
  );
}
