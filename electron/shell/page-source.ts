import { join } from 'node:path';
import { app, protocol } from 'electron';
import { programFolder } from '../host/program.ts';
import { answerPage, PAGE_ORIGIN, PAGE_SCHEME, pageAddress } from './page-files.ts';

/** Makes `stint:` a scheme like https. Must be called before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

let served = false;

/** Serves `stint://window` from dist/window; once is enough for all windows. */
export function servePage(): void {
  if (served) return;
  served = true;
  const root = join(programFolder(), 'dist', 'window');
  protocol.handle(PAGE_SCHEME, (request) => answerPage(root, request));
}

/** Where the page comes from: our own scheme; in `npm run dev`, Vite on this machine. */
export function pageOrigin(): string {
  return developing()?.origin ?? PAGE_ORIGIN;
}

/** What a window loads to show `to`, e.g. `/today?log=1`. */
export function addressOf(to: string): string {
  const development = developing();
  return development === null ? pageAddress(to) : `${development.origin}/#${to}`;
}

/** An installed program never loads code from a server, whatever its environment says. */
function developing(): URL | null {
  const given = process.env['STINT_DEV_WINDOW'];
  if (app.isPackaged || !given) return null;
  const url = new URL(given);
  return url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) ? url : null;
}
