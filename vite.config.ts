// One build for the whole program: the window (React), its preload, and the programs that run on Node.
// `vite build` makes all three; each is an environment of its own below.
import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

const PROJECT = import.meta.dirname;
const at = (...parts: string[]): string => resolve(PROJECT, ...parts);

/** Never bundled: Electron gives its own module at run time, better-sqlite3 is native. */
const OUTSIDE = [/^electron($|\/)/, /^better-sqlite3($|\/)/, /^node:/];

const window: EnvironmentOptions = {
  build: {
    outDir: at('dist/window'),
    emptyOutDir: true,
    // Chromium 130 is the oldest that shows the window (Electron 33); browsers people use are newer.
    target: 'chrome130',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: at('renderer/index.html') },
  },
};

/** A sandboxed preload is one CommonJS file; it can load nothing but 'electron'. */
const preload: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true, external: ['electron'] },
  build: {
    outDir: at('dist/preload'),
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

/** Main, headless host, command line and the git worker. They share chunks, and lie flat so that each finds the others beside it. */
const node: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    outDir: at('dist/node'),
    emptyOutDir: true,
    target: 'node20',
    // Stack traces that people send us stay readable; start-up gains nothing that can be measured.
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: at('electron/main.ts'),
        headless: at('electron/headless.ts'),
        cli: at('electron/cli.ts'),
        'git-worker': at('electron/git-worker.ts'),
      },
      external: OUTSIDE,
      platform: 'node',
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

export default defineConfig({
  root: at('renderer'),
  // The window is opened from a file, from the loopback host and from a package: its paths are relative.
  base: './',
  plugins: [react(), openPolicyWhileDeveloping()],
  server: { host: '127.0.0.1', port: 5173, strictPort: false },
  environments: { client: window, preload, node },
  builder: {
    buildApp: async (builder) => {
      const wanted = ['client', 'preload', 'node'].map((name) => builder.environments[name]);
      // All are built before the first failure is told, so that one broken page does not hide whether the programs build.
      const ended = await Promise.allSettled(
        wanted.flatMap((environment) => (environment === undefined ? [] : [builder.build(environment)])),
      );
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
