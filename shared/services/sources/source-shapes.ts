import type { SourceShape } from '../../contract/source-operations.ts';
import type { Repository } from '../../evidence/commit.ts';
import { activeSpans } from '../../evidence/git-presence.ts';
import type { SourceState } from '../../ports/evidence-stores.ts';
import type { World } from '../../ports/world.ts';
import { clip, coveredMs } from '../../values/interval.ts';
import { dayInterval } from '../../values/local-day.ts';
import { formatShort, minutesOfMs } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import type { Person } from '../person.ts';
import { listOf } from './read-sources.ts';
import { instantOrNull } from '../shapes.ts';
import type { NamedSource, SourceReader } from './source-reader.ts';
import { isOff } from './source-reader.ts';

/** Every source as the Sources page shows it: presence, repositories, then the catalogue's, in its order. */
export async function describeSources(
  world: World,
  person: Person,
  readers: readonly SourceReader[],
): Promise<SourceShape[]> {
  const states = new Map((await world.stores.sources.list()).map((state) => [state.key, state]));
  const others = await Promise.all(
    readers.map(async (reader) => {
      const listed = await listOf(world, reader);
      if (listed === null) return [unlisted(reader)];
      return Promise.all(
        listed.map(async (source) => shapeOf(world, person, reader, source, states.get(source.key) ?? null)),
      );
    }),
  );
  return [await presence(world, person), ...(await repositories(world, person)), ...others.flat()];
}

async function shapeOf(
  world: World,
  person: Person,
  reader: SourceReader,
  source: NamedSource,
  state: SourceState | null,
): Promise<SourceShape> {
  return {
    key: source.key,
    kind: reader.kind,
    name: source.name,
    ...conditionOf(reader, source, state),
    lastReadAt: instantOrNull(state?.lastReadAt ?? null),
    today: isOff(source) ? null : await todayOf(world, person, reader, source.key),
  };
}

function conditionOf(
  reader: SourceReader,
  { off = null, detail = null }: NamedSource,
  state: SourceState | null,
): Pick<SourceShape, 'state' | 'detail'> {
  if (off !== null) return { state: 'off', detail: off };
  if (state?.paused === true) return { state: 'paused', detail: said`Not read for now; what it told stays.` };
  const problem = state?.problem ?? null;
  if (problem !== null) return { state: 'broken', detail: problem };
  const isSilent = (state?.lastReadAt ?? null) === null;
  const plain = {
    local: isSilent ? said`Not read yet.` : said`Read whenever a day is looked at.`,
    remote: isSilent ? said`Not read yet.` : said`Read every now and then.`,
    pushed: isSilent ? said`Nothing came in yet.` : said`It speaks up by itself.`,
  };
  return { state: 'ready', detail: detail ?? plain[reader.way] };
}

/** What a source found today is worth a word, not a failure of the whole page. */
async function todayOf(
  world: World,
  person: Person,
  reader: SourceReader,
  key: string,
): Promise<string | null> {
  try {
    return await reader.today(world, person, key);
  } catch (error) {
    world.log.error('source.today', error);
    return null;
  }
}

const unlisted = ({ kind }: SourceReader): SourceShape => ({
  key: kind,
  kind,
  name: kind,
  state: 'broken',
  detail: said`It cannot be told what there is to read. The log in the data folder has the details.`,
  lastReadAt: null,
  today: null,
});

async function presence(world: World, person: Person): Promise<SourceShape> {
  const today = dayInterval(person.today, person.zone);
  const spans = await world.stores.evidence.presence(person.user, today);
  const active = minutesOfMs(coveredMs(clip(activeSpans(spans), [today])));
  const { state, backend } = world.presence.current();
  const lastAt = spans.reduce((last, span) => Math.max(last, span.end), -Infinity);
  return {
    key: 'presence',
    kind: 'presence',
    name: said`Presence`,
    state: 'ready',
    detail:
      state === 'unknown'
        ? said`Whether you are away cannot be told here (${backend}).`
        : said`Seen by ${backend}.`,
    lastReadAt: instantOrNull((spans.find((span) => span.end === lastAt) ?? null)?.end ?? null),
    today: active === 0 ? null : said`${formatShort(active)} at the machine`,
  };
}

async function repositories(world: World, person: Person): Promise<SourceShape[]> {
  const { stores } = world;
  const emails = person.settings['identity.emails'];
  const commits = await stores.evidence.commits(emails, dayInterval(person.today, person.zone));
  const stateOf = ({ lastProblem, lastScanAt }: Repository): Pick<SourceShape, 'state' | 'detail'> => {
    if (lastProblem !== null) return { state: 'broken', detail: lastProblem };
    if (emails.length === 0)
      return {
        state: 'off',
        detail: said`No author e-mail is set, so no commit is yours yet. Set identity.emails.`,
      };
    return {
      state: 'ready',
      detail: lastScanAt === null ? said`Not read yet.` : said`Read whenever a day is looked at.`,
    };
  };
  return (await stores.repositories.list()).map((repository) => {
    const own = commits.filter((commit) => commit.repository === repository.id && !commit.isMerge).length;
    return {
      key: `git:${repository.id}`,
      kind: 'git' as const,
      name: repository.name,
      ...stateOf(repository),
      lastReadAt: instantOrNull(repository.lastScanAt),
      today: own === 0 ? null : own === 1 ? said`1 commit` : said`${own} commits`,
    };
  });
}
