import type { ExplanationShape } from '../../contract/configuration-operations.ts';
import { settingOfTempoKey } from '../../formats/tempo/tempo-keys.ts';
import type { World } from '../../ports/world.ts';
import { CATALOGUE, isSettingKey } from '../../settings/catalogue.ts';
import type { Step } from '../../settings/layers.ts';
import { explainSetting, layered, placeText } from '../../settings/layers.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { settingNamed } from '../settings.ts';

/**
 * Where the value of a setting comes from, and what else says something about it.
 * @param input.key as settings (`git.maxGap`) or files (`tempo.max_gap`, `max_gap`) call it.
 * @throws Problem `usage` for an unknown key, `not-found` for a repository that is not registered.
 */
export async function explainNow(
  world: World,
  input: { key: string; repo?: string | undefined },
): Promise<ExplanationShape> {
  await world.configuration.refresh();
  const key = isSettingKey(input.key) ? input.key : (settingOfTempoKey(input.key) ?? settingNamed(input.key));
  const repository = input.repo === undefined ? null : await repositoryAt(world, input.repo);
  const [app, layers] = [world.configuration.app(), world.configuration.layers()];
  const steps = explainSetting(key, { app, initial: CATALOGUE[key].initial, layers }, repository);
  const problems = [layers.own, ...layers.repositories]
    .filter((one) => one !== null && (repository === null || [null, repository].includes(one.repository)))
    .flatMap((one) => one?.problems ?? [])
    .filter((one) => one.key === key || (one.key === null && one.kind === 'refused'));
  return {
    key,
    value: layered(app, layers, repository)[key],
    from: fromWords(steps.find(({ counts }) => counts)),
    repository,
    steps: steps.map(({ from, value, at, counts, note }) => ({
      from,
      place: at === null ? null : placeText(at),
      value,
      counts,
      note: noteWords(note),
    })),
    problems: problems.map((one) => ({ place: placeText(one), message: one.message })),
  };
}

function fromWords(step: Step | undefined): string {
  if (step?.at) return said`It comes from ${step.at.file}, line ${step.at.line}.`;
  return step?.from === 'settings'
    ? said`It comes from the settings of Stint.`
    : said`Nobody said anything: it is what Stint has built in.`;
}

function noteWords(note: Step['note']): string | null {
  if (note === 'disagree') return said`Repositories say different things, so none of them counts.`;
  if (note === 'own-tickets') return said`Counts for the tickets of its own prefix.`;
  return note === 'own-log' ? said`Counts for its own telemetry log.` : null;
}

/** The registered repository that a path lies in, or that is called so. */
async function repositoryAt(world: World, wanted: string): Promise<string> {
  const path = world.machine.absolutePath(wanted);
  const all = await world.stores.repositories.list();
  const inside = all.filter((one) => path === one.path || path.startsWith(`${one.path}/`));
  // One may lie in another: the innermost is meant.
  const [found] = [
    ...inside.toSorted((a, b) => b.path.length - a.path.length),
    ...all.filter(({ name, id }) => name === wanted || id === wanted),
  ];
  if (found !== undefined) return found.path;
  throw new Problem(
    'not-found',
    said`No repository ${wanted} is registered.`,
    said`See \`stint repo list\`.`,
  );
}
