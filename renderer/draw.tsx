import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { speakFirst } from './hooks/preferences.ts';
import { theme } from './styles/theme.ts';
import { prepareWords } from './words/words.ts';

/** Draws the window. @param answered what is waited for before anything is drawn; it never takes long. */
export async function draw(queries: QueryClient, answered: Promise<unknown>): Promise<void> {
  await Promise.all([prepareWords(), answered]);
  const scheme = await speakFirst(queries);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme={scheme}>
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
        <Notifications position="bottom-right" limit={3} transitionDuration={120} />
      </MantineProvider>
    </StrictMode>,
  );
}
