/**
 * Marks a sentence for people, so that it can be told in other languages too (decision 0013):
 *
 *     said`${title} has no hourly rate that a currency could belong to.`
 *
 * The result is the plain English string: the wire, the command line and the log stay as they are. The marks are
 * collected by build/scripts/sentences.ts, and whoever speaks German finds the template again by the words in it.
 * What is put in may itself be `said`.
 */
export function said(template: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return template.reduce((text, piece, index) => text + String(values[index - 1]) + piece);
}

/** `a`, or `a and b`, or `a and b and c`. */
export const joined = (words: readonly string[]): string =>
  words.length === 0 ? '' : words.reduce((all, word) => said`${all} and ${word}`);
