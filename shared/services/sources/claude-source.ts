import type { World } from '../../ports/world.ts';
import { CLAUDE_CODE } from '../../sources/claude-code/hook-traces.ts';
import { formatShort, minutesOfMs } from '../../values/minutes.ts';
import { clip, coveredMs } from '../../values/interval.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { dayInterval, dayOf } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import { endSilentRuns, keepTraces } from './claude-runs.ts';
import type { Person } from '../person.ts';
import type { Reading, SourceReader } from './source-reader.ts';

/** What hooks tell, and what transcripts tell: two sources, for one can be had without the other. */
export const CLAUDE_LIVE = 'claude-code';
export const CLAUDE_TRANSCRIPTS = 'claude-code:transcripts';

/** Claude Code: live by its hooks, afterwards by its transcripts (issue "Evidence", Claude Code (a) and (b)). */
export const claudeReader: SourceReader = {
  kind: 'claude-code',
  way: 'local',
  async list(world) {
    const settings = world.settings.get();
    const found = await world.claude.found(settings['claude.configDirs']);
    return [
      {
        key: CLAUDE_LIVE,
        name: said`Claude Code hooks`,
        off: found.told
          ? null
          : said`No hook has told anything yet; let Claude Code run \`stint hook claude\` (see the guide).`,
      },
      {
        key: CLAUDE_TRANSCRIPTS,
        name: said`Claude Code transcripts`,
        off: !settings['claude.transcripts']
          ? said`Switched off (claude.transcripts).`
          : found.folders
            ? null
            : said`There is no folder of Claude Code here; name it with claude.configDirs.`,
      },
    ];
  },
  read: (world, person, key, _since, reading) =>
    key === CLAUDE_LIVE ? readHooks(world, person, reading) : readTranscripts(world, person, reading),
  today: (world, person, key) =>
    key === CLAUDE_LIVE ? runsToday(world, person) : transcriptsToday(world, person),
};

/** Where reading hooks goes on: how far their lines were read, and who was in the middle of something. */
interface HookMark {
  readonly spool: string | null;
  readonly working: readonly string[];
}

async function readHooks(world: World, person: Person, reading: Reading): Promise<LocalDay[]> {
  const { readSpoolLine } = await import('../../sources/claude-code/hook-sign.ts');
  const { isFromPerson, tracesOfHooks } = await import('../../sources/claude-code/hook-traces.ts');
  const mark = readMark(reading.mark);
  const told = await world.claude.told(mark.spool);
  const signs = told.lines.flatMap((line) => readSpoolLine(line) ?? []);
  const traces = tracesOfHooks(signs);
  const working = new Set(mark.working);
  for (const { id, last } of traces) {
    if (last === 'working') working.add(id);
    else working.delete(id);
  }
  const changed = await keepTraces(world, person, traces);
  const ended = await endSilentRuns(world, person, CLAUDE_CODE, working);
  if (told.lines.length > 0) {
    const open = new Set((await world.stores.agents.openRuns(person.user)).map((run) => run.id));
    const next: HookMark = { spool: told.mark, working: [...working].filter((id) => open.has(id)) };
    await reading.keep(JSON.stringify(next));
  }
  const isNow = (at: number): boolean => Math.abs(person.now - at) < FRESH_MS;
  if (signs.some((sign) => isFromPerson(sign) && isNow(sign.at))) await world.presence.signOfLife();
  return [...new Set([...changed, ...ended])];
}

/** A prompt that is older tells that the person was there, not that they are. */
const FRESH_MS = 60_000;

function readMark(mark: string | null): HookMark {
  try {
    const value = JSON.parse(mark ?? 'null') as Partial<HookMark> | null;
    return {
      spool: typeof value?.spool === 'string' ? value.spool : null,
      working: Array.isArray(value?.working) ? value.working : [],
    };
  } catch {
    return { spool: null, working: [] };
  }
}

async function readTranscripts(world: World, person: Person, reading: Reading): Promise<LocalDay[]> {
  const { settings, zone } = person;
  const days = new Set<LocalDay>();
  const pieces = world.claude.read({
    configDirs: settings['claude.configDirs'],
    mark: reading.mark,
    inactiveMs: settings['agent.inactiveMinutes'] * 60_000,
    titles: settings['claude.titles'],
    stop: reading.stop,
  });
  for await (const piece of pieces) {
    await world.stores.agents.putUses(piece.uses);
    for (const use of piece.uses) days.add(dayOf(use.at, zone));
    for (const day of await keepTraces(world, person, piece.runs)) days.add(day);
    await reading.keep(piece.mark);
    // Months of transcripts take longer than anybody waits for a day: the next reading goes on here.
    reading.timeoutMs();
  }
  const { working } = readMark((await world.stores.sources.get(CLAUDE_LIVE))?.mark ?? null);
  for (const day of await endSilentRuns(world, person, CLAUDE_CODE, new Set(working))) days.add(day);
  return [...days];
}

async function runsToday(world: World, person: Person): Promise<string | null> {
  const day = dayInterval(person.today, person.zone);
  const runs = (await world.stores.agents.runs(person.user, day)).filter((run) => run.agent === CLAUDE_CODE);
  if (runs.length === 0) return null;
  const worked = runs.reduce((sum, run) => sum + coveredMs(clip(run.active, [day])), 0);
  return said`${runs.length === 1 ? said`1 run` : said`${runs.length} runs`}, ${formatShort(minutesOfMs(worked))} at work`;
}

async function transcriptsToday(world: World, person: Person): Promise<string | null> {
  const uses = await world.stores.agents.uses(dayInterval(person.today, person.zone));
  const atRisk = await historyAtRisk(world, person);
  const answers = uses.filter((use) => use.agent === CLAUDE_CODE).length;
  const told = answers === 0 ? null : answers === 1 ? said`1 answer` : said`${answers} answers`;
  return [told, atRisk].filter((one) => one !== null).join('; ') || null;
}

/** What Claude Code is about to delete and nobody has read yet, in words; null: nothing. */
export async function historyAtRisk(world: World, person: Person): Promise<string | null> {
  const mark = (await world.stores.sources.get(CLAUDE_TRANSCRIPTS))?.mark ?? null;
  const { atRisk, keptDays } = await world.claude.survey(person.settings['claude.configDirs'], mark);
  if (atRisk === 0) return null;
  const which = atRisk === 1 ? said`1 transcript is` : said`${atRisk} transcripts are`;
  return said`${which} not read yet and will be deleted within five days (Claude Code keeps them for ${keptDays} days); read them with: stint source read ${CLAUDE_TRANSCRIPTS}`;
}
