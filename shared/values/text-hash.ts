/**
 * FNV-1a of 64 bits, as 16 hexadecimal digits. No secret depends on it: it finds changes people make.
 * Characters beyond ASCII count as three bytes each, surrogates on their own.
 */
export function fnv1a64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const take = (byte: number): void => {
    low = (low ^ byte) >>> 0;
    // Times 2^40 + 0x1b3, in halves of 32 bits.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 0x1_0000_0000) + low * 0x100) % 0x1_0000_0000;
    low = product % 0x1_0000_0000;
  };
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) take(unit);
    else {
      take(0xe0 | (unit >> 12));
      take(0x80 | ((unit >> 6) & 0x3f));
      take(0x80 | (unit & 0x3f));
    }
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
