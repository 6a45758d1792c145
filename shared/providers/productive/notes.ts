/**
 * Notes are HTML there: people write them in an editor, and what comes back may stand in `<p>…</p>` even if plain text
 * was sent. We read and write plain text.
 */

/** No note is longer than this in its right mind; what stands behind it is not read. */
const LONGEST = 50_000;
/** What a reader of HTML would not show as it stands. */
const NOT_PLAIN = /<[a-z/!?]|&(?:#\w|[a-z])\w*;|\n/i;
const TAG = /<\/?([a-z][a-z0-9]*)\b[^<>]*>/gi;
const BLOCKS = words('p div ul ol li h1 h2 h3 h4 h5 h6 blockquote pre table thead tbody tr td th hr section');
const INLINE = words('br span strong em b i u s del a code img mark small sub sup font label input');
/** Where a block begins or ends, and what an empty paragraph is, while tags are taken out. */
const EDGE = '\u0000';
const EMPTY = '\u0001';
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
};

/** A note as it is sent: as it stands where it reads the same either way, else as paragraphs. */
export function noteToSend(note: string): string {
  const text = note.replaceAll(/\r\n?/g, '\n');
  if (!NOT_PLAIN.test(text)) return text;
  return text
    .split('\n')
    .map((line) => `<p>${line.trim() === '' ? '<br>' : escaped(line)}</p>`)
    .join('');
}

/** A note as it came back, as people read it: lines of plain text. */
export function noteToRead(note: string | null | undefined): string {
  const text = folded((note ?? '').slice(0, LONGEST).replaceAll(/\r\n?/g, '\n'));
  // `List<String>` is a name, and no HTML.
  const isHtml = [...text.matchAll(TAG)].some(([, name]) => isElement(name!));
  return folded(unescaped(isHtml ? withoutTags(text) : text));
}

/** Without runs of white space, which say nothing and take long to look through. */
const folded = (text: string): string =>
  text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

function withoutTags(html: string): string {
  return html
    .replaceAll(EDGE, '')
    .replaceAll(EMPTY, '')
    .replaceAll(/<p\b[^<>]*>\s*(?:<br\b[^<>]*>\s*)?<\/p>/gi, EDGE + EMPTY + EDGE)
    .replaceAll(/<li\b[^<>]*>\s*<p\b[^<>]*>/gi, '<li>')
    .replaceAll(/<br\b[^<>]*>\n?/gi, '\n')
    .replaceAll(TAG, (tag: string, name: string) => {
      const element = name.toLowerCase();
      if (!isElement(element)) return tag;
      if (element === 'li' && !tag.startsWith('</')) return `${EDGE}- `;
      return BLOCKS.has(element) ? EDGE : '';
    })
    .split(EDGE)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n')
    .replaceAll(EMPTY, '');
}

const isElement = (name: string): boolean => BLOCKS.has(name.toLowerCase()) || INLINE.has(name.toLowerCase());

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function unescaped(text: string): string {
  return text
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (typeof name === 'string') return Object.hasOwn(NAMED, name) ? NAMED[name]! : whole;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replaceAll('\u00a0', ' ');
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
