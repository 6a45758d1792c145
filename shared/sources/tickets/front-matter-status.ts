const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(\r?\n)((?:---|\.\.\.)[ \t]*(?:\r?\n|$))/;
const STATUS = /^(status[ \t]*:[ \t]*)([^\r\n]*?)([ \t]+#[^\r\n]*)?$/m;

/**
 * Puts another status into the front matter of a ticket file; all else keeps its letters, a comment behind it too.
 * @returns null when the file has no front matter.
 */
export function withStatus(text: string, status: string): string | null {
  const found = FRONT_MATTER.exec(text);
  if (found === null) return null;
  const [whole, open = '', fields = '', end = '', close = ''] = found;
  const changed = STATUS.test(fields)
    ? fields.replace(STATUS, (_, label: string, _old: string, comment = '') => `${label}${status}${comment}`)
    : `${fields}${end}status: ${status}`;
  return `${open}${changed}${end}${close}${text.slice(whole.length)}`;
}
