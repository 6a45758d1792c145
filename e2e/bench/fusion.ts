import { deriveDay } from '#shared/proposals/derive-day.ts';
import { simulateDay } from '#shared/proposals/simulated-day.ts';
import { plusMs } from '#shared/values/instant.ts';
import { defaultSettings } from '#shared/settings/catalogue.ts';
import { derivationRules } from '#shared/settings/rules.ts';
import { asLimit, median, ms, type Measure } from './measure.ts';

const PIECES = 500;
/** A day on which the editor was open from morning to evening. */
const BUSY = 59;

/** Deriving a busy day: five hundred pieces of evidence of every kind, as the simulation plays them. */
export function measureFusion(rounds: number): Promise<Measure[]> {
  const { evidence } = busyDay();
  const rules = derivationRules(defaultSettings());
  const times: number[] = [];
  for (let round = 0; round < rounds * 10; round += 1) {
    const began = performance.now();
    deriveDay({ ...evidence, now: evidence.day.end }, [], rules);
    times.push(performance.now() - began);
  }
  return Promise.resolve([asLimit(`fusion of a day of ${PIECES} pieces of evidence`, median(times), 10, ms)]);
}

function busyDay() {
  const day = simulateDay(BUSY, { branches: 'ticket' });
  const { commits, checkouts, presence, events, beats, runs } = day.evidence;
  const rest = [commits, checkouts, presence, events, runs].reduce((sum, list) => sum + list.length, 0);
  // Two signs of life a minute: a busy editor.
  const more = beats.map((beat) => ({ ...beat, at: plusMs(beat.at, 30_000) }));
  const all = [...beats, ...more].toSorted((a, b) => a.at - b.at).slice(0, PIECES - rest);
  if (all.length + rest !== PIECES) throw new Error('the simulated day is not busy enough');
  return { evidence: { ...day.evidence, beats: all } };
}
