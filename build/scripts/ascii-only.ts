import type { Plugin } from 'vite';

/**
 * Has our modules be ASCII, letters beyond it as escapes: with one of them, the engine keeps two bytes for each letter of
 * a whole file. The bundler's own `charset` leaves tagged templates as they are, which all our sentences are.
 * @param environment the build it is for.
 */
export function asciiOnly(environment: string): Plugin {
  return {
    name: 'stint:ascii-only',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === environment,
    transform: {
      // No JSX, whose text knows no escapes.
      filter: { id: /\.ts$/ },
      handler(code) {
        if (/\\\P{ASCII}/u.test(code))
          this.error('a letter beyond ASCII behind a backslash cannot be escaped');
        // Lines stay where they are, and what is on them is told apart well enough.
        return { code: code.replaceAll(/\P{ASCII}/gu, escaped), map: null };
      },
    },
  };
}

/** `…` becomes `\u2026`, 🎉 `\ud83c\udf89`. */
const escaped = (letter: string): string =>
  Array.from(
    { length: letter.length },
    (_, at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
