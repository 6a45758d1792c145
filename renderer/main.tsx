import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { dayQuery, newQueryClient } from './client/queries.ts';
import { parseRoute } from './hooks/route.ts';
import { theme } from './styles/theme.ts';
import { prepareWords } from './words/words.ts';
import './styles/mantine.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/controls.css';
import './styles/marks.css';
import './styles/ticket-picker.css';
import './styles/session-bar.css';
import './styles/prompt-bell.css';
import './styles/dialogs.css';
import './styles/today.css';
import './styles/entry-rows.css';
import './styles/entry-forms.css';
import './styles/quick-add.css';
import './styles/timeline.css';
import './styles/clock.css';
import './styles/clock-drag.css';
import './styles/pages.css';
import './styles/booked.css';
import './styles/reflow.css';
import './styles/high-contrast.css';

const queries = newQueryClient();
// Asked before anything is drawn: the host answers meanwhile.
const first = parseRoute(window.location.hash);
if (first.page === 'today') void queries.prefetchQuery(dayQuery(first.argument ?? 'today'));

void prepareWords().then(() => {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
        <Notifications position="bottom-right" limit={3} transitionDuration={120} />
      </MantineProvider>
    </StrictMode>,
  );
});
