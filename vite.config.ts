// One build for the whole program: the window (React), its preload, and the programs that run on Node.
// `vite build` makes all three; each is an environment of its own below.
import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig, type EnvironmentOptions, type HtmlTagDescriptor, type Plugin } from 'vite';
import { asciiOnly } from './build/scripts/ascii-only.ts';
import { workedOut } from './build/scripts/worked-out.ts';

const PROJECT = import.meta.dirname;
const at = (...parts: string[]): string => resolve(PROJECT, ...parts);
/** build/scripts/freshness.ts builds beside dist/ and swaps, so that what runs from dist/ never sees half a build. */
const out = (part: string): string => at(process.env['STINT_BUILD_INTO'] ?? 'dist', part);

/** Never bundled: Electron gives its own module at run time. (The native part of better-sqlite3 is found by storage/sqlite.ts.) */
const OUTSIDE = [/^electron($|\/)/, /^node:/];

const window: EnvironmentOptions = {
  build: {
    outDir: out('window'),
    emptyOutDir: true,
    // Chromium 130 is the oldest that shows the window (Electron 33); browsers people use are newer.
    target: 'chrome130',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: at('renderer/index.html'),
      output: {
        // Two files until the first page stands: what asks, and what draws. Each more is a request more.
        codeSplitting: {
          groups: [
            { name: 'ask', test: /\/renderer\/main\.ts$/, priority: 2 },
            { name: 'draw', test: /\/renderer\/draw\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
};

/** A sandboxed preload is one CommonJS file; it can load nothing but 'electron'. */
const preload: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true, external: ['electron'] },
  build: {
    outDir: out('preload'),
    emptyOutDir: true,
    target: 'chrome130',
    minify: false,
    rolldownOptions: {
      input: { preload: at('electron/preload/preload.ts') },
      external: OUTSIDE,
      platform: 'browser',
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
};

/**
 * The desktop app, the command line, the headless host and their workers share chunks, and lie flat so that each finds
 * the others beside it. CommonJS: Electron's ES module loader reads each file in a turn of its own, between Chromium's,
 * which took a third of the way to the tray, and in Node it costs every command some 15 ms. `require` reads at once.
 */
const node: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true, external: ['electron'] },
  build: {
    outDir: out('node'),
    emptyOutDir: true,
    target: 'node20',
    // Half the letters are half the time to read them. Names are kept, so stack traces that people send stay readable.
    minify: 'oxc',
    sourcemap: true,
    rolldownOptions: {
      input: Object.fromEntries(
        ['main', 'cli', 'headless', 'git-worker', 'claude-worker'].map((name) => [
          name,
          at(`electron/${name}.ts`),
        ]),
      ),
      external: OUTSIDE,
      platform: 'node',
      output: {
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: '[name]-[hash].cjs',
        // See asciiOnly.
        charset: 'ascii',
        minify: {
          compress: true,
          mangle: { keepNames: { function: true, class: true } },
          codegen: { removeWhitespace: true },
        },
      },
    },
  },
};

/** What Claude Code runs with every step it takes, and for its status line: one small file each that shares nothing. */
const small = (name: string): EnvironmentOptions => ({
  ...node,
  build: {
    ...node.build,
    emptyOutDir: false,
    minify: 'oxc',
    sourcemap: false,
    rolldownOptions: {
      input: { [name]: at(`electron/${name}.ts`) },
      external: OUTSIDE,
      platform: 'node',
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});

export default defineConfig({
  root: at('renderer'),
  // The window is opened from a file, from the loopback host and from a package: its paths are relative.
  base: './',
  plugins: [
    react(),
    openPolicyWhileDeveloping(),
    readTogether(),
    asciiOnly('node'),
    workedOut({ file: at('electron/doors/cli/known-commands.ts'), name: 'KNOWN_COMMANDS' }),
  ],
  server: { host: '127.0.0.1', port: 5173, strictPort: false },
  environments: {
    client: window,
    preload,
    node,
    hook: small('hook'),
    statusline: small('statusline'),
  },
  builder: {
    buildApp: async (builder) => {
      const make = async (...names: string[]): Promise<void> => {
        for (const name of names) {
          const environment = builder.environments[name];
          if (environment !== undefined) await builder.build(environment);
        }
      };
      // All are built before the first failure is told, so that one broken page does not hide whether the programs build.
      // `node` empties the folder that the ones after it then write into as well.
      const ended = await Promise.allSettled([
        make('client'),
        make('preload'),
        make('node', 'hook', 'statusline'),
      ]);
      for (const end of ended) if (end.status === 'rejected') throw end.reason;
    },
  },
});

/** Hot reload needs inline scripts and a socket, which the window's content policy rightly forbids; it is taken out in `npm run dev` only. */
function openPolicyWhileDeveloping(): Plugin {
  return {
    name: 'stint:open-policy-while-developing',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/s, ''),
  };
}

/**
 * What draws the window is asked for by the page itself, beside the small file that begins (renderer/main.ts) and not
 * after it; the letters too, so that nothing is laid out twice.
 */
function readTogether(): Plugin {
  const link = (file: string, attrs: Record<string, string>): HtmlTagDescriptor => ({
    tag: 'link',
    injectTo: 'head',
    attrs: { ...attrs, crossorigin: '', href: `./${file}` },
  });
  return {
    name: 'stint:read-together',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const files = Object.values(bundle);
        const drawing = files.filter((file) => file.type === 'chunk' && file.name === 'draw');
        return [
          ...drawing.map(({ fileName }) => link(fileName, { rel: 'modulepreload' })),
          ...drawing
            .flatMap((file) => [...(file.viteMetadata?.importedCss ?? [])])
            .map((file) => link(file, { rel: 'stylesheet' })),
          ...files
            .filter(({ fileName }) => fileName.endsWith('.woff2'))
            .map(({ fileName }) => link(fileName, { rel: 'preload', as: 'font', type: 'font/woff2' })),
        ];
      },
    },
  };
}
