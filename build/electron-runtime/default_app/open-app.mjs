// What a bare Electron runs when it is called as `electron [-r module]… [switches] <folder or file>`: it opens that app.
// Electron's own default app is not part of the stand-in runtime, so this small one takes its place.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { resolve, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { preloads, target, asksVersion } = readArguments(process.argv.slice(1));

if (asksVersion) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (target === null) {
  process.stderr.write('usage: electron [-r module] [switches] <app folder or file>\n');
  process.exit(2);
}

// Playwright hands its own loader in with -r; it must run before the app does.
if (preloads.length > 0) Module._preloadModules(preloads);
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

const place = resolve(target);
const card = readCard(place);
if (card === null) {
  app.setAppPath(dirname(place));
} else {
  if (typeof card.version === 'string') app.setVersion(card.version);
  app.name = card.productName ?? card.name ?? app.name;
  app.setDesktopName(card.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(place);
}
const entry = createRequire(import.meta.url).resolve(place);
await import(pathToFileURL(entry).href);

function readArguments(words) {
  const found = { preloads: [], target: null, asksVersion: false };
  for (let at = 0; at < words.length && found.target === null; at += 1) {
    const word = words[at];
    if (word === '-v' || word === '--version') found.asksVersion = true;
    else if (word === '-r' || word === '--require') found.preloads.push(words[(at += 1)]);
    else if (word.startsWith('--app=')) found.target = word.slice('--app='.length);
    else if (!word.startsWith('-')) found.target = word;
  }
  return found;
}

function readCard(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return null;
  }
}
