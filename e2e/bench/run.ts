// `npm run bench [-- --seconds 60] [--rounds 5] [--entries 300] [--only git,cli]`: what Stint costs, against its budgets (design §5).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE, PROJECT } from '../../build/scripts/folders.ts';
import { electronOfPackage } from '../../build/scripts/runtime/electron-of-package.ts';
import { SPARE_ELECTRON_VERSION } from '../../build/scripts/runtime/electron-folder.ts';
import { BENCH_NAMES, type BenchName, type Effort } from './catalogue.ts';
import { mb, table, type Measure } from './measure.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    rounds: { type: 'string', default: '5' },
    entries: { type: 'string', default: '1000' },
    only: { type: 'string', default: BENCH_NAMES.join() },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const entries = Number(values.entries);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isFinite(seconds) || seconds < 0) {
  throw new Error('--rounds takes a whole number from 1 on, --seconds a number of seconds.');
}
if (!Number.isInteger(entries) || entries <= 100) {
  throw new Error('--entries takes a whole number over 100: fewer never meet the limit.');
}

await mkdir(CACHE, { recursive: true });
const wanted = values.only.split(',');
const isBench = (name: string): name is BenchName => (BENCH_NAMES as readonly string[]).includes(name);
const unknown = wanted.filter((name) => !isBench(name));
if (unknown.length > 0)
  throw new Error(`There is no bench ${unknown.join(', ')}; there are ${BENCH_NAMES.join(', ')}.`);

const measures: Measure[] = [];
for (const name of wanted.filter(isBench)) {
  console.log(`measuring ${name} …`);
  measures.push(...(await measuredApart(name, { rounds, seconds, entries })));
}
console.log(`\n${table(measures)}\n`);

// Only a whole run is worth keeping: a part of the table would look like all of it.
if (wanted.length === BENCH_NAMES.length) {
  await writeFile(join(PROJECT, 'docs', 'benchmarks.md'), page(measures));
  console.log('Written to docs/benchmarks.md.');
}
if (measures.some((measure) => measure.share > 1)) process.exitCode = 1;

/** In a process of its own (one.ts). @throws Error when that ends without an answer; what went wrong stands above it. */
async function measuredApart(name: BenchName, effort: Effort): Promise<Measure[]> {
  const one = fork(join(import.meta.dirname, 'one.ts'));
  let answer: Measure[] | null = null;
  one.on('message', (measures) => (answer = measures as Measure[]));
  one.send({ name, effort });
  const [code] = (await once(one, 'exit')) as [number | null];
  if (answer === null) throw new Error(`${name} ended with ${code} and without an answer.`);
  return answer;
}

function page(all: readonly Measure[]): string {
  const electron =
    electronOfPackage() === null
      ? `Electron ${SPARE_ELECTRON_VERSION} (the stand-in of npm run e2e:setup)`
      : 'the Electron of package.json';
  return `# Benchmarks

\`npm run bench\` measures this and writes this page. Medians of ${rounds} runs or more; what is compared ran in turns in the same run, so the machine cancels out. Each bench is a process of its own.

${table(all)}

Measured on ${new Date().toISOString().slice(0, 10)} with ${electron}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${mb(totalmem())} memory.

What is measured:

- **start to tray ready**: from starting the program until its icon registers with the desktop's panel, against an empty Electron app with a tray icon and a menu (\`e2e/bench/empty-app\`).
- **memory in the tray**: proportional set size of all processes, 10 s after the icon is there, no window open.
- **CPU in the tray**: processor time of all processes while nobody does anything.
- **a heartbeat**: presence extended in place, on a database with a year of presence.
- **10 k heartbeats of editors**: processor time of the headless host for as many heartbeats as an office of editors sends in a minute, 25 a call over HTTP as wakatime-cli does, kept in SQLite; as a share of that minute.
- **scan of a day**: a repository that Stint has never seen is read from that day on, copies of commits and branches found out, against \`git log --all --max-age\` with the same fields, read to its end. **derived from it and kept**: what the rest of \`day.derive\` takes, in a durable database (decision 0017). Once a repository is known, a day costs a few looks at files.
- **entries planned**: \`stint sync --plan\` in process, from the question to the plan: SQLite, real HTTP and the answers of a stand-in for Productive in a process of its own included.
- **entries booked**: a whole \`stint sync\` in process against that stand-in, which keeps Productive's limit of 100 requests in 10 s in real time. The best time is that of somebody who sends every request the very moment the limit allows it. Memory is the resident set after collecting garbage, median of the last quarter of the run against the first.
- **ten years added up**: \`stint report timesheet --period all\` over 21,000 entries of one person, the whole process without a running host, beside the programs of others on the same entries as our exporters write them. Memory is what the process had resident at most. **With Stint running**: the same command while a host serves the data folder, as it does all day; the command asks it and prints the answer.
- **40 MB of transcripts**: 100 sessions, read in a thread and kept in the database; then once more with nothing new.
- **\`stint hook claude\`**: the whole process as Claude Code starts it, beside a Node that runs an empty file.
- **REST**: a headless host in a process of its own, asked for four things in turn at an even pace over loopback, after five seconds of the same; beside it, in turns, a server that does nothing. A virtual machine that is held up for a moment holds up both.
- **window asked for to first useful paint**: from the click in the tray's menu until the browser painted the day's total (Element Timing), with 400 entries a week and 3,000 tickets; beside it, in turns, the window of the empty app, which paints one word.
- **memory in the tray after windows**: the same as in the tray, 10 s after the last of them was closed, against the same process before the first.
- **a letter typed to paint**: from the key to the end of the frame it made, in the picker of tickets, sixteen letters a second; Chromium without a display's beat to wait for, so that it is the work alone.
- **frames that come late**: of all frames at 60 a second while an entry is dragged up and down the day.
- **JavaScript of the first page**: every script that was read until today stood, each compressed by gzip.
- **\`stint day\`**: the whole process, from the shell's point of view, without a running host.
`;
}
