// `npm run dev`: the window reloads as you type; a change to electron/ or shared/ rebuilds the programs and restarts the app.
import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createBuilder, createServer } from 'vite';
import { DIST, PROJECT } from './folders.ts';
import { electronExecutable } from './runtime/electron-of-package.ts';
import { electronSwitches } from './runtime/electron-switches.ts';

/** Read by electron/shell: where the window comes from while developing. */
const WINDOW_VARIABLE = 'STINT_DEV_WINDOW';
const configFile = join(PROJECT, 'vite.config.ts');
/** Several files saved at once are one change. */
const SETTLE_MS = 150;

const electron = electronExecutable();
if (electron === null)
  throw new Error('There is no Electron to run. Run "npm run e2e:setup" (or "npx install-electron") first.');

const server = await createServer({ configFile });
await server.listen();
server.printUrls();
const windowUrl = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:5173/';

let app: ChildProcess | null = null;
let restarting = false;
await buildPrograms();
startApp(electron);

let settling: NodeJS.Timeout | undefined;
server.watcher.add([join(PROJECT, 'electron'), join(PROJECT, 'shared')]);
server.watcher.on('all', (_event, path) => {
  if (!/[\\/](electron|shared)[\\/].*\.ts$/.test(path) || path.endsWith('.test.ts')) return;
  clearTimeout(settling);
  settling = setTimeout(() => void rebuildAndRestart(electron), SETTLE_MS);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    app?.kill('SIGTERM');
    void server.close().then(() => process.exit(0));
  });
}

async function rebuildAndRestart(executable: string): Promise<void> {
  try {
    await buildPrograms();
  } catch (error) {
    console.error(String(error));
    return;
  }
  restarting = true;
  const old = app;
  if (old !== null && old.exitCode === null) {
    const ended = new Promise((done) => old.once('exit', done));
    old.kill('SIGTERM');
    await ended;
  }
  restarting = false;
  startApp(executable);
}

async function buildPrograms(): Promise<void> {
  // What lies in dist/ from now on is not what npm start and the tests would build.
  await rm(join(DIST, 'made-from'), { force: true });
  const builder = await createBuilder({ configFile, mode: 'development', logLevel: 'warn' });
  for (const name of ['preload', 'node', 'desktop']) {
    const environment = builder.environments[name];
    if (environment !== undefined) await builder.build(environment);
  }
}

function startApp(executable: string): void {
  app = spawn(executable, [...electronSwitches(), PROJECT, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, [WINDOW_VARIABLE]: windowUrl },
  });
  app.once('exit', () => {
    // The person quit the app: that ends the session. A restart of ours does not.
    if (!restarting) void server.close().then(() => process.exit(0));
  });
}
