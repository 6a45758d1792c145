// A program of its own for each bench, started by run.ts: what one leaves in memory would slow the next. A process of
// 500 MB takes several times as long to start another as one of 100 MB, which is what the app has.
import type { BenchName, Effort } from './catalogue.ts';
import { BENCHES } from './catalogue.ts';

if (!process.send) throw new Error('started by run.ts: npm run bench');
process.once('message', ({ name, effort }: { name: BenchName; effort: Effort }) => {
  const bench: (effort: Effort) => Promise<unknown> = BENCHES[name];
  void bench(effort).then((measures) => process.send?.(measures, () => process.disconnect()));
});
