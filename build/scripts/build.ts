// `npm run build`: window, preload and node programs into dist/.
import { buildNow } from './freshness.ts';

const started = performance.now();
await buildNow();
console.log(`Built into dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
