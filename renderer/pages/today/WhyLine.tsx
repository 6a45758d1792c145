import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import type { Translate } from '#shared/values/translate.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useHostWords } from '../../hooks/host-words.ts';
import type { EvidenceLane } from './evidence-lanes.ts';
import type { Links } from './links.ts';
import { commitKey, entryKey, laneKey } from './links.ts';
import { useShown } from './lit.ts';

interface Props {
  readonly view: DayView;
  readonly lanes: readonly EvidenceLane[];
  readonly links: Links;
}

/** Says why what is lit belongs together: what an entry rests on, or which entries a piece of evidence is in. */
export function WhyLine({ view, lanes, links }: Props) {
  const { t } = useWords();
  const hostWords = useHostWords();
  const key = useShown();
  const said =
    key === null ? null : sentenceOf(key, { view, lanes, links }, t('list.unallocated'), hostWords);
  return (
    <p className="why-line" aria-hidden data-shown={said !== null || undefined}>
      {said && (
        <>
          <b>{said.what}</b> {said.why}
        </>
      )}
    </p>
  );
}

function sentenceOf(
  key: string,
  { view, lanes, links }: Props,
  none: string,
  hostWords: Translate,
): { what: string; why: string } | null {
  const nameOf = (entry: DayView['day']['entries'][number]) =>
    `${entry.ticket ?? none} ${formatShort(entry.minutes)}`;
  const entry = view.day.entries.find(({ id }) => entryKey(id) === key);
  if (entry) return { what: nameOf(entry), why: hostWords(view.details[entry.id]?.why ?? '') };
  const behind = view.day.entries.filter(({ id }) => links.get(key)?.includes(entryKey(id)));
  const rules = behind.map((one) => {
    const piece = one.evidence.find(({ ref }) => key === commitKey(ref));
    return piece === undefined ? nameOf(one) : `${nameOf(one)}: ${hostWords(piece.rule)}`;
  });
  const commit = view.commits.find(({ hash }) => commitKey(hash) === key);
  if (commit) return { what: commit.subject, why: rules.length === 0 ? '' : `→ ${rules.join(' · ')}` };
  const block = lanes.flatMap((lane) => lane.blocks).find((one) => laneKey(one.key) === key);
  if (!block) return null;
  return { what: block.title, why: rules.length === 0 ? '' : `→ ${rules.join(' · ')}` };
}
