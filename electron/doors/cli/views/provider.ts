import type { MappingRowShape, ProviderShape, UnitShape } from '#shared/contract/booking-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Cell, Paper, Tone } from '../paper.ts';
import { count, localTime } from './words.ts';

const STATES: Readonly<Record<ProviderShape['state'], readonly [mark: string, tone: Tone, word: string]>> = {
  off: ['·', 'dim', 'not connected'],
  ready: ['✓', 'good', 'connected'],
  unreachable: ['⚠', 'warn', 'no answer'],
  unauthorised: ['✕', 'bad', 'token refused'],
  incomplete: ['⚠', 'warn', 'not ready'],
};

/** Every provider on a line: whether it is connected, as whom, and what waits. */
export function providersView(providers: readonly ProviderShape[], paper: Paper): string {
  const table = paper.table(providers.map(providerRow));
  const isAnyOn = providers.some(({ state }) => state !== 'off');
  const hint = isAnyOn ? '' : `\n\n  ${paper.paint('dim', 'Connect one: stint provider connect productive')}`;
  return `${table}${hint}${keptWarning(
    providers.map(({ warning }) => warning),
    paper,
  )}`;
}

function providerRow(one: ProviderShape): Cell[] {
  const [mark, tone, word] = STATES[one.state];
  const who = [one.person, one.place?.name ?? null].filter((text) => text !== null).join(' · ');
  return [
    { text: mark, tone },
    { text: one.id, tone: 'bold' },
    { text: one.isDefault ? 'default' : '', tone: 'accent' },
    { text: word, tone },
    { text: [who, queueText(one)].filter((text) => text !== '').join('  '), tone: 'dim' },
  ];
}

/** One provider, with what is still to be done about it. */
export function providerView(one: ProviderShape, paper: Paper): string {
  const [mark, tone, word] = STATES[one.state];
  const rows: Cell[][] = [];
  const line = (name: string, text: string | null): void => {
    if (text !== null && text !== '') rows.push([{ text: name, tone: 'dim' }, { text }]);
  };
  line('You', one.person);
  line(one.placeLabel, one.place === null ? null : `${one.place.name} (${one.place.id})`);
  line('Token', tokenText(one));
  line('Queue', queueText(one));
  line('Limit', one.quota === null ? null : quotaText(one.quota));
  line('Asked', one.checkedAt === null ? null : localTime(one.checkedAt));
  const parts = [
    `${paper.paint(tone, mark)} ${paper.paint('bold', one.name)}  ${paper.paint(tone, word)}`,
    `  ${paper.paint('plain', one.detail)}`,
  ];
  if (rows.length > 0) parts.push(paper.table(rows));
  if (one.place === null && one.places.length > 0) {
    const places = one.places.map(({ id, name }): Cell[] => [{ text: id, tone: 'accent' }, { text: name }]);
    parts.push(
      `  ${paper.paint('warn', `Choose one: stint provider connect ${one.id} --place ID`)}\n${paper.table(places)}`,
    );
  }
  return parts.join('\n') + keptWarning([one.warning], paper);
}

function tokenText({ id, tokenFrom }: ProviderShape): string | null {
  if (tokenFrom === null) return null;
  return {
    environment: `from STINT_${id.toUpperCase()}_TOKEN; it is not kept, so set it for every command`,
    keychain: 'in the keychain',
    file: 'in a file in the data folder',
  }[tokenFrom];
}

function queueText({ waiting, failed }: ProviderShape): string {
  const said = [
    waiting > 0 ? count(waiting, 'entry waits', 'entries wait') : '',
    failed > 0 ? `${failed} failed` : '',
  ];
  return said.filter((text) => text !== '').join(', ');
}

/** Requests left in the tightest window. */
export function quotaText(quota: NonNullable<ProviderShape['quota']>): string {
  const again = quota.resetsAt === null ? '' : `, again from ${localTime(quota.resetsAt)}`;
  return `${quota.left} of ${quota.of} requests left${again}`;
}

function keptWarning(warnings: readonly (string | null)[], paper: Paper): string {
  const [first] = warnings.filter((text) => text !== null);
  return first === undefined ? '' : `\n\n  ${paper.paint('warn', `⚠ ${first}`)}`;
}

/** What time can be booked on; what is closed stands last in words, not only in colour. */
export function unitsView(units: readonly UnitShape[], paper: Paper): string {
  if (units.length === 0)
    return paper.paint('dim', 'Nothing of that name to book on.  Ask again: add --refresh');
  return paper.table(
    units.map((one): Cell[] => [
      { text: one.task === null ? one.unit : `${one.unit} --task ${one.task}`, tone: 'accent' },
      { text: one.left === null ? '' : `${formatShort(one.left)} left`, right: true, tone: 'dim' },
      {
        text: one.closed === null ? one.label : `${one.label} (${one.closed})`,
        tone: one.closed === null ? 'plain' : 'dim',
      },
    ]),
  );
}

/** What is mapped, what is not, and what a likely unit would be. */
export function mappingsView(rows: readonly MappingRowShape[], paper: Paper): string {
  if (rows.length === 0) return paper.paint('dim', 'No time on any project in the last ninety days.');
  return paper.table(rows.map(mappingRow));
}

function mappingRow({ scope, name, minutes, mapping, suggestion }: MappingRowShape): Cell[] {
  const isWell = mapping !== null && mapping.problem === null;
  return [
    { text: isWell ? '✓' : '⚠', tone: isWell ? 'good' : 'warn' },
    { text: name, tone: 'bold' },
    { text: scope, tone: 'dim' },
    { text: formatShort(minutes), right: true },
    mapping !== null
      ? { text: mapping.problem === null ? mapping.label : `${mapping.label} (${mapping.problem})` }
      : suggestion !== null
        ? {
            text: `no unit yet; perhaps ${suggestion.label}: --${scope} ${name} --unit ${unitWords(suggestion)}`,
            tone: 'warn',
          }
        : { text: 'no unit yet', tone: 'warn' },
  ];
}

const unitWords = ({ unit, task }: { unit: string; task: string | null }): string =>
  task === null ? unit : `${unit} --task ${task}`;

type Mapping = NonNullable<MappingRowShape['mapping']>;

export const mappedView = (mapping: Mapping, paper: Paper): string =>
  `${paper.paint('good', '✓')} ${paper.paint('bold', mapping.name)} → ${paper.paint('plain', mapping.label)} ${paper.paint('dim', `(${unitWords(mapping)})`)}${mapping.problem === null ? '' : `\n  ${paper.paint('warn', `⚠ ${mapping.problem}`)}`}`;

export const unmappedView = (mapping: Mapping, paper: Paper): string =>
  `${paper.paint('good', '✓')} ${paper.paint('bold', mapping.name)} has no unit any more; what was booked stays.`;
