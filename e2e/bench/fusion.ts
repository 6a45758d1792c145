import { deriveDay } from '#shared/proposals/derive-day.ts';
import { simulateDay } from '#shared/proposals/simulated-day.ts';
import { defaultSettings } from '#shared/settings/catalogue.ts';
import { derivationRules } from '#shared/settings/rules.ts';
import { asLimit, median, ms, type Measure } from './measure.ts';

const PIECES = 500;

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
  for (let seed = 1; ; seed += 1) {
    const day = simulateDay(seed, { branches: 'ticket' });
    const { commits, checkouts, presence, events, beats, runs } = day.evidence;
    const rest = [commits, checkouts, presence, events, runs].reduce((sum, list) => sum + list.length, 0);
    if (rest + beats.length < PIECES) continue;
    beats.length = PIECES - rest;
    return day;
  }
}
