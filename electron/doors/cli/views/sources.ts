import type { SourceShape } from '#shared/contract/source-operations.ts';
import type { Outgoing } from '#shared/services/sources/outgoing.ts';
import type { Cell, Paper, Tone } from '../paper.ts';
import { localTime } from './words.ts';

const STATES: Readonly<Record<SourceShape['state'], readonly [mark: string, tone: Tone]>> = {
  ready: ['✓', 'good'],
  paused: ['‖', 'warn'],
  broken: ['✕', 'bad'],
  off: ['·', 'dim'],
};

/** Every source on a line: what it found today when all is well, else what is the matter. */
export function sourcesView(sources: readonly SourceShape[], paper: Paper): string {
  if (sources.length === 0)
    return paper.paint('dim', 'Nothing is watched yet.  Begin: stint repo add ~/work');
  return paper.table(sources.map(sourceRow));
}

function sourceRow({ state, kind, name, lastReadAt, today, detail }: SourceShape): Cell[] {
  const [mark, tone] = STATES[state];
  return [
    { text: mark, tone },
    { text: kind, tone: 'dim' },
    { text: name, tone: state === 'off' ? 'dim' : 'bold' },
    { text: localTime(lastReadAt), tone: 'dim' },
    state === 'ready'
      ? { text: today ?? detail, tone: today === null ? 'dim' : 'plain' }
      : { text: detail, tone },
  ];
}

/** One source, with the key that commands know it by. */
export function sourceView(source: SourceShape, paper: Paper): string {
  const [mark, tone] = STATES[source.state];
  const read = source.lastReadAt === null ? '' : `last heard of ${localTime(source.lastReadAt)}`;
  const said = [...source.detail.split('\n'), source.today ?? '', read].filter((text) => text !== '');
  return [
    `${paper.paint(tone, mark)} ${paper.paint('bold', source.name)}  ${paper.paint(tone, source.state)}  ${paper.paint('dim', source.key)}`,
    ...said.map((text) => `  ${paper.paint('plain', text)}`),
  ].join('\n');
}

/** What was just read: one source in full, or all of them on a line each. */
export function readView(sources: readonly SourceShape[], paper: Paper): string {
  const [only, other] = sources;
  return only && !other ? sourceView(only, paper) : sourcesView(sources, paper);
}

/** What leaves this machine, and what would if it were switched on. */
export function outgoingView(all: readonly Outgoing[], paper: Paper): string {
  const row = ({ to, what, when, setting }: Outgoing, tone: Tone): Cell[] => [
    { text: to, tone },
    { text: setting, tone: 'dim' },
    { text: `${what}. ${when}.` },
  ];
  const on = all.filter((one) => one.on);
  const off = all.filter((one) => !one.on);
  const parts = [
    on.length === 0
      ? `${paper.paint('good', '✓')} Nothing leaves this machine.`
      : `${paper.paint('bold', 'Leaves this machine')}\n${paper.table(on.map((one) => row(one, 'accent')))}`,
  ];
  if (off.length > 0)
    parts.push(
      `${paper.paint('dim', 'Is off')}\n${paper.table(
        off.map(({ to, setting }): Cell[] => [
          { text: to, tone: 'dim' },
          { text: setting, tone: 'dim' },
        ]),
      )}`,
    );
  return parts.join('\n\n');
}
