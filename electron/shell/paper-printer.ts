import type { Session } from 'electron';
import { BrowserWindow, session } from 'electron';
import type { PrintedPage } from '#shared/ports/paper.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { footerTemplate, headerTemplate } from './paper-margins.ts';

/** The only address that the hidden page may load: its own text. */
const ADDRESS = 'stint-paper://page/';
/** Kept in memory alone, and apart from the window's: no storage, no cache on the disk. */
const PARTITION = 'paper';
/** Ten years of days are printed in a few seconds, also on a slow machine; what takes longer never ends. */
const PATIENCE_MS = 120_000;
/** Inches, room for the lines at the top and at the bottom. */
const MARGINS = { top: 0.75, bottom: 0.75, left: 0.6, right: 0.6 };
/** A4 at 96 dots an inch. */
const SHEET = { width: 794, height: 1123 };

let last: Promise<unknown> = Promise.resolve();

/**
 * Prints in a page nobody sees, one at a time: without script, in a sandbox, offscreen, with no way to anything but its
 * own text. It is gone when it has been printed, and its memory with it.
 * @throws Problem `failed`.
 */
export function printPage(page: PrintedPage): Promise<Uint8Array> {
  const printed = last.then(() => printAlone(page));
  last = printed.catch(() => undefined);
  return printed;
}

async function printAlone(page: PrintedPage): Promise<Uint8Array> {
  const own = session.fromPartition(PARTITION);
  shut(own);
  own.protocol.handle('stint-paper', () => answerOf(page.html));
  const window = new BrowserWindow({
    ...SHEET,
    show: false,
    webPreferences: {
      session: own,
      offscreen: true,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      images: false,
      webgl: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    return await withinPatience(printIn(window, page));
  } catch (error) {
    throw new Problem(
      'failed',
      said`The report could not be printed.`,
      said`Ask again; or take --format html and print that.`,
      error,
    );
  } finally {
    if (!window.isDestroyed()) window.destroy();
    own.protocol.unhandle('stint-paper');
  }
}

async function printIn({ webContents }: BrowserWindow, page: PrintedPage): Promise<Uint8Array> {
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const died = new Promise<never>((_resolve, reject) => {
    webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(reason)));
  });
  // Nobody may be waiting for it any more.
  died.catch(() => undefined);
  await Promise.race([webContents.loadURL(ADDRESS), died]);
  // It is seen by nobody, so it need not be painted.
  webContents.stopPainting();
  const pdf = webContents.printToPDF({
    pageSize: 'A4',
    landscape: page.isLandscape,
    margins: MARGINS,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: headerTemplate(page),
    footerTemplate: footerTemplate(page),
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return Promise.race([pdf, died]);
}

const answerOf = (html: string): Response =>
  new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  });

const shutSessions = new WeakSet<Session>();

/** Nothing leaves it, and it is granted nothing. */
function shut(own: Session): void {
  if (shutSessions.has(own)) return;
  shutSessions.add(own);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== ADDRESS }));
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  own.setSpellCheckerEnabled(false);
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | null = null;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('printing took too long')), PATIENCE_MS);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}
