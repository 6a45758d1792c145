/** Text as UTF-8: this floor knows no TextEncoder. Half of a letter that is written in two becomes U+FFFD. */
export function utf8Of(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD'));
  const bytes = new Uint8Array(escaped.length);
  let length = 0;
  for (let at = 0; at < escaped.length; at += 1) {
    const code = escaped.charCodeAt(at);
    // Three letters for what is escaped: %C3.
    if (code === 0x25) at += 2;
    bytes[length] = code === 0x25 ? parseInt(escaped.slice(at - 1, at + 1), 16) : code;
    length += 1;
  }
  return bytes.slice(0, length);
}
