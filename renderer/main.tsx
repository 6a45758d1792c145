import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { newQueryClient } from './client/queries.ts';
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

void prepareWords().then(() => {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={newQueryClient()}>
          <App />
        </QueryClientProvider>
        <Notifications position="bottom-right" limit={3} transitionDuration={120} />
      </MantineProvider>
    </StrictMode>,
  );
});
