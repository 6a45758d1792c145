/** Where a calendar of the settings is read from. */
export type Place =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'address'; readonly url: string; readonly host: string };

const ADDRESS = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^#]*)/i;

/** Reads `https://…`, `webcal://…` (which is https), `http://localhost/…`, `file:///…`, or a path as people type it. */
export function placeOf(entry: string): Place {
  const text = entry.trim();
  const match = ADDRESS.exec(text);
  if (!match) return { kind: 'file', path: text };
  const [, scheme, host, rest] = match as unknown as [string, string, string, string];
  if (/^file$/i.test(scheme)) return { kind: 'file', path: pathOfFileUrl(host, rest) };
  const plain = /^webcals?$/i.test(scheme) ? 'https' : scheme.toLowerCase();
  return { kind: 'address', url: `${plain}://${host}${rest}`, host: withoutUser(host) };
}

/** How people know it: the host, for the rest of such an address is a secret; or the name of the file. */
export function nameOfPlace(place: Place): string {
  if (place.kind === 'address') return place.host;
  return place.path.split(/[\\/]/).findLast((part) => part !== '') ?? place.path;
}

/** Names of places in the order given; those of one name are numbered. */
export function namesOfPlaces(places: readonly Place[]): string[] {
  const met = new Map<string, number>();
  return places.map((place) => {
    const name = nameOfPlace(place);
    const count = (met.get(name) ?? 0) + 1;
    met.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** May it be asked? Only under cover; on this machine nobody listens in. */
export const isSafe = (url: string): boolean =>
  /^https:\/\/[^/?#]/i.test(url) ||
  /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?([/?#]|$)/i.test(url);

/** Has it a name and a password in it? They would not be sent. */
export const hasPassword = (url: string): boolean => /^https?:\/\/[^/?#]*@/i.test(url);

/**
 * Where a redirect leads (RFC 9110 §10.2.2), or null when it leads nowhere one may go: only https is followed, and http
 * only within this machine.
 */
export function redirected(from: string, location: string): string | null {
  const target = resolved(from, location.trim());
  if (target === null || !isSafe(target)) return null;
  return /^https:/i.test(target) || /^http:/i.test(from) ? target : null;
}

function resolved(from: string, location: string): string | null {
  if (location === '') return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(location)) return location;
  const match = ADDRESS.exec(from);
  if (!match) return null;
  const origin = `${match[1]}://${match[2]}`;
  if (location.startsWith('//')) return `${match[1]}:${location}`;
  if (location.startsWith('/')) return origin + location;
  const path = match[3]!.split('?')[0]!;
  if (location.startsWith('?')) return origin + (path || '/') + location;
  return `${origin}${path.slice(0, path.lastIndexOf('/') + 1) || '/'}${location}`;
}

const withoutUser = (host: string): string => host.slice(host.lastIndexOf('@') + 1).toLowerCase();

/** `/home/max/a.ics` of `file:///home/max/a%2Eics`; `C:/a.ics` of `file:///C:/a.ics`; `//server/a.ics` of a server's. */
function pathOfFileUrl(host: string, rest: string): string {
  const path = decoded(rest);
  if (/^\/[a-z]:\//i.test(path)) return path.slice(1);
  return host === '' || /^localhost$/i.test(host) ? path : `//${host}${path}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
