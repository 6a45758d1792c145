const ADDRESS = /[^\s<>()"',;:]+@[^\s<>()"',;:]+\.[^\s<>()"',;:]+/g;
/** From a root, a drive, the home or another machine; a plain `and/or` is none. */
const PATH = /(?<![\p{L}\p{N}])(?:~|[A-Za-z]:)?[\\/](?:[^\s\\/]+[\\/])+[^\s\\/,;:)]*|\\\\[^\s]+/gu;
/** Seven digits and letters or more, some of each: not a word, not a number. */
const COMMIT = /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}\b/gi;
const ADDRESS_OF_PAGE = /\b[a-z][a-z0-9+.-]*:\/\/\S+/gi;

/**
 * A ticket's title as somebody outside may read it: people put addresses, paths and commits into titles, and those are
 * evidence (design §2 Privacy). What is left out is seen to be left out.
 */
export const plainTitle = (title: string): string =>
  [ADDRESS_OF_PAGE, ADDRESS, PATH, COMMIT]
    .reduce((text, pattern) => text.replaceAll(pattern, '…'), title)
    .replaceAll(/\s+/g, ' ')
    .trim();
