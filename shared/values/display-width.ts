/** Letters of Latin, and the lines our boxes are made of: each takes one column, none steers anything. Most texts have no others. */
const PLAIN = /^[\x20-\x7e\u00a1-\u02ff\u2013\u2014\u2018-\u201e\u2026\u2500-\u259f]*$/;

/** Is every letter one column wide, and none there to steer anything? Of many texts at once: whether all of them are so. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** Commit subjects and titles come from elsewhere: what could steer the terminal or hide text is taken out. */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replaceAll(/[\t\n\r]+/g, ' ').replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** Columns a text takes: wide East Asian letters and emoji take two, combining marks none. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const letter of text) {
    if (/\p{Mark}/u.test(letter) || letter === '\u200d') continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        letter,
      )
        ? 2
        : 1;
  }
  return width;
}

/** The text, or as much of it as there is room for, and a sign that there is more. */
export function cutTo(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  let out = '';
  let width = 0;
  for (const letter of text) {
    width += displayWidth(letter);
    if (width > room - 1) break;
    out += letter;
  }
  return `${out.trimEnd()}…`;
}
