import type { Session, WebContents, WebFrameMain } from 'electron';
import { pageOrigin } from './page-source.ts';

/** Copying a report or an id is the one thing the page may ask the system for. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

const guarded = new WeakSet<Session>();

/** Keeps a page where it is: no navigation, no second window, no embedded pages, no permissions, no downloads but its own files. */
export function guardPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  if (!guarded.has(contents.session)) guardSession(contents.session);
}

function guardSession(session: Session): void {
  guarded.add(session);
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(GRANTED.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  session.setDevicePermissionHandler(() => false);
  // A report the page made is handed to the person, who is asked where to; nothing is fetched from anywhere.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${pageOrigin()}/`)) event.preventDefault();
  });
  // The red line under a word would be paid for with a dictionary fetched from the internet.
  session.setSpellCheckerEnabled(false);
}

/** True for the main frame of our own page, and nothing else that could send a message. */
export function isOurPage(frame: WebFrameMain | null, contents: WebContents): boolean {
  if (frame === null || frame !== contents.mainFrame) return false;
  // `origin` of a scheme of our own is "stint://window"; a blank or failed page has another.
  return frame.origin === pageOrigin() || originOf(frame.url) === pageOrigin();
}

function originOf(address: string): string | null {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
  } catch {
    return null;
  }
}
