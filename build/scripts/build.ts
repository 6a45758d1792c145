// `npm run build`: window, preload and node programs into dist/.
import { buildNow } from './freshness.ts';

const started = performance.now();
try {
  await buildNow();
  console.log(`Built into dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
} catch (error) {
  // The bundler's own words name the file and the line; where it broke inside the bundler helps nobody.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
