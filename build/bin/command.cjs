#!/usr/bin/env node
// The `stint` command of a checkout, beside what stint.cjs runs at once. Plain JavaScript that any Node from 18 on can
// read: it only finds the Node the program needs (the system's may be older, and the SQLite binding would crash it without
// a word) and the built program. What every command needs is loaded here, the rest where it is needed. CommonJS: an ES
// module that imports `node:fs` reads all its exports, one of which loads streams.
const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = dirname(dirname(__dirname));
const program = join(root, 'dist', 'node', 'cli.cjs');

/** Node-API 10 is what the SQLite binding is built for; Node has it from 22.14 on. */
function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return Number(process.versions.napi) >= 10 && (major > 22 || (major === 22 && minor >= 14));
}

/** The Node that came with `npm install`, or null. */
function ownNode() {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  let folder = root;
  // Installed as a dependency, our packages may have been lifted into a node_modules further up.
  for (;;) {
    const candidate = join(folder, 'node_modules', 'node', 'bin', binary);
    if (existsSync(candidate)) return candidate;
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
}

/** Started by `runOn`: when that process is gone nobody could stop this one any more, so it ends as if told to. */
function endWithStarter() {
  if (!process.channel) return;
  process.once('disconnect', () => {
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143);
  });
  process.channel.unref();
}

function complain(message, remedy) {
  if (process.argv.includes('--json')) {
    process.stderr.write(`${JSON.stringify({ error: { code: 'failed', message, remedy } })}\n`);
  } else {
    process.stderr.write(`stint: ${message}\n${remedy}\n`);
  }
  process.exitCode = 1;
}

/** Runs this very command on the Node that fits; passes signals on and ends as it ends. */
function runOn(node) {
  const { spawn } = require('node:child_process');
  const { constants } = require('node:os');
  const child = spawn(node, [__filename, ...process.argv.slice(2)], {
    // The fourth one carries no words: by it the program sees this process vanish, also by `kill -9`.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, STINT_REEXECUTED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) =>
    complain(`Node could not be started: ${error.message}.`, 'Run `npm rebuild node`.'),
  );
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15));
  });
}

/** Builds the program once, where its sources lie; what the build says goes to stderr, so that JSON stays alone on stdout. */
function build() {
  const { spawnSync } = require('node:child_process');
  process.stderr.write('stint: building once (npm run build) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const built = spawnSync(npm, ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return built.status === 0 && existsSync(program);
}

function main() {
  if (!isNewEnough()) {
    const node = process.env.STINT_REEXECUTED === '1' ? null : ownNode();
    if (node !== null) return runOn(node);
    return complain(
      `This Node is too old (${process.versions.node}); 22.14 is needed.`,
      'Run `npm install` (without --ignore-scripts), or `npm rebuild node`, in the folder of Stint.',
    );
  }
  delete process.env.STINT_REEXECUTED;
  endWithStarter();
  if (!existsSync(program) && !build()) {
    return complain(
      'The program is not built, and building it failed.',
      `Run \`npm install && npm run build\` in ${root}.`,
    );
  }
  require(program);
}

main();
