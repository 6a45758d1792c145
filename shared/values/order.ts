/** Orders texts by code unit: the same on every machine, whatever its language. For ties, not for people. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
