/** The value of a flag among the words of a command line: `--home X` or `--home=X`; undefined: it is not given. */
export function flagOf(words: readonly string[], flag: string): string | undefined {
  const at = words.indexOf(`--${flag}`);
  if (at >= 0) return words[at + 1];
  return words.find((word) => word.startsWith(`--${flag}=`))?.slice(flag.length + 3);
}
