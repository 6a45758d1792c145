// Every npm script starts here: `node build/run.mjs <script>`. Plain JavaScript, so that it can speak on any Node.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const [name = '', ...rest] = process.argv.slice(2);
const modules = join(import.meta.dirname ?? '.', '..', 'node_modules');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// An installation without development tools (npm install --omit=dev) has nothing to build and must not fail.
const nothingToPrepare = name === 'prepare' && !existsSync(join(modules, 'vite'));

if (!nothingToPrepare) {
  if (major < 22 || (major === 22 && minor < 18)) {
    process.stderr.write(
      existsSync(join(modules, 'node'))
        ? `Stint is built with Node 24, but this is Node ${process.versions.node}: the Node that npm install brings along was not set up (install scripts were skipped). Run "npm rebuild node", then this again.\n`
        : `Stint is built with Node 24, and this is Node ${process.versions.node}. Run "npm install" first: it brings the right Node along.\n`,
    );
    // A half-done installation says how to finish it, but does not fail as a whole.
    process.exit(name === 'prepare' ? 0 : 1);
  }
  process.argv = [process.argv[0], process.argv[1], ...rest];
  await import(new URL(`./scripts/${name}.ts`, import.meta.url).href);
}
