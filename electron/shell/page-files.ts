import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { SECURITY_HEADERS } from '../doors/http/window-files.ts';

/** Where the page lives in Electron: a scheme of our own, so that it is no file and no server. */
export const PAGE_SCHEME = 'stint';
export const PAGE_ORIGIN = 'stint://window';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The address of a page of the window: `/today?log=1` → `stint://window/index.html#/today?log=1`. */
export const pageAddress = (to: string): string => `${PAGE_ORIGIN}/index.html#${to}`;

/** The file an address of our scheme names below `root`, or null when it names none of ours. */
export function fileOf(root: string, address: string): { path: string; type: string } | null {
  let url: URL;
  let name: string;
  try {
    url = new URL(address);
    name = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (url.protocol !== `${PAGE_SCHEME}:` || url.host !== 'window' || /[\0\\]/.test(name)) return null;
  const path = join(root, name === '/' ? 'index.html' : name);
  const type = TYPES[extname(path)];
  return type !== undefined && path.startsWith(root + sep) ? { path, type } : null;
}

/** Answers a request for a file of the page, with the content policy on every answer. */
export async function answerPage(root: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const file = request.method === 'GET' ? fileOf(root, request.url) : null;
  const body = file && (await readFile(file.path).catch(() => null));
  if (file === null || body === null)
    return new Response('Not found', { status: 404, headers: SECURITY_HEADERS });
  return new Response(new Uint8Array(body), { headers: { ...SECURITY_HEADERS, 'content-type': file.type } });
}
