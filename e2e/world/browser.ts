// The browser in which journeys look at the window.
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../build/scripts/runtime/browser.ts';

/**
 * A browser of this machine without a window; null where there is none. Where the Electron journeys are asked for,
 * everything is installed: a missing browser is a failure then, not a skip. @param more switches of Chromium.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser | null> {
  const executablePath = findBrowser();
  if (executablePath === null) {
    if (process.env['STINT_E2E'] === '1')
      throw new Error('No Chrome or Chromium on this machine: install one.');
    return null;
  }
  const args = [
    '--disable-gpu',
    '--disable-background-networking',
    '--font-render-hinting=none',
    '--disable-lcd-text',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...more,
  ];
  return await chromium.launch({ executablePath, args });
}
