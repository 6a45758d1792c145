/** About as much as a row of a timesheet, and a booking, can show. */
const ENOUGH = 200;

/**
 * One description of several: the different ones in the order given, joined by "; "; when that grows too long the rest
 * is counted ("+ 3 more"). Empty texts say nothing.
 */
export function describe(texts: readonly string[]): string {
  const different = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  const [first, ...others] = different;
  if (first === undefined) return '';
  let said = shorten(first);
  for (const [index, text] of others.entries()) {
    if (said.length + 2 + text.length > ENOUGH) return `${said}; + ${others.length - index} more`;
    said += `; ${text}`;
  }
  return said;
}

/** Cut between characters as people count them, so that no emoji is halved. */
function shorten(text: string): string {
  return text.length <= ENOUGH ? text : `${[...text].slice(0, ENOUGH - 1).join('')}…`;
}
