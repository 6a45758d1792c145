// Runs at the end of `npm install`, so that `npx stint` and `npm start` work right after it.
import { buildIfStale } from './freshness.ts';

try {
  if (await buildIfStale()) console.log('Stint is built: npx stint --help, or npm start.');
} catch (error) {
  // The installation itself is complete; the build says by itself what is wrong when it is asked for again.
  console.warn(`Stint could not be built yet. Run "npm run build" to see why again.\n${String(error)}`);
}
