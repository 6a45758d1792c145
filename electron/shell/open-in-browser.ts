import { shell } from 'electron';

/** What a browser is for. A `file:` or a program's own scheme could start anything. */
const SAFE = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/;

/**
 * Opens an address in the browser the person uses.
 * @throws Error when the system knows none, or the address is no web page.
 */
export async function openInBrowser(address: string): Promise<void> {
  if (!SAFE.test(address)) throw new Error('only web pages are opened in the browser');
  await shell.openExternal(address);
}
