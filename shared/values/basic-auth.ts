const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The header of HTTP Basic authentication (RFC 7617). shared/ has neither `btoa` nor `Buffer`.
 * Names and passwords are ASCII here; of anything else no token is made, so it is sent as `?` and not accepted.
 */
export const basicAuth = (name: string, password: string): string => `Basic ${base64(`${name}:${password}`)}`;

/** Base64 of ASCII (RFC 4648). */
export function base64(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 3) {
    const [a, b, c] = [byteAt(text, at), byteAt(text, at + 1), byteAt(text, at + 2)];
    const bits = ((a ?? 0) << 16) | ((b ?? 0) << 8) | (c ?? 0);
    out += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63);
    out += b === null ? '=' : ALPHABET.charAt((bits >> 6) & 63);
    out += c === null ? '=' : ALPHABET.charAt(bits & 63);
  }
  return out;
}

function byteAt(text: string, at: number): number | null {
  if (at >= text.length) return null;
  const code = text.charCodeAt(at);
  return code < 0x80 ? code : '?'.charCodeAt(0);
}
