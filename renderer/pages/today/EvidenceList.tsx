import {
  IconCalendarEvent,
  IconCode,
  IconDeviceDesktop,
  IconGitBranch,
  IconGitCommit,
  IconPlayerRecord,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/use-words.ts';
import type { EntryShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { whyQuery } from '../../client/queries.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useHostWords } from '../../hooks/host-words.ts';

const ICONS = {
  commit: IconGitCommit,
  presence: IconDeviceDesktop,
  checkout: IconGitBranch,
  session: IconPlayerRecord,
  event: IconCalendarEvent,
  span: IconCode,
} as const;

/**
 * The answer to "why?": each thing the entry rests on, when, the rule that made time of it and how much that was, and
 * what stronger sources took. The things are here at once; the minutes come with the host's answer.
 */
export function EvidenceList({ entry, zone }: { entry: EntryShape; zone: string }) {
  const { t } = useWords();
  const hostWords = useHostWords();
  const formats = useFormats();
  const { data: why } = useQuery({ ...whyQuery(entry.id), enabled: entry.evidence.length > 0 });
  const minutesAt = (index: number): number | null => {
    const told = why?.evidence[index];
    return told !== undefined && told.ref === entry.evidence[index]?.ref ? told.minutes : null;
  };
  const given = why?.given ?? [];
  return (
    <section className="evidence" aria-label={t('entry.evidence')}>
      <h3 className="caption">{t('entry.evidence')}</h3>
      {entry.evidence.length === 0 ? (
        <p className="hint">{t('entry.noEvidence')}</p>
      ) : (
        <ol>
          {entry.evidence.map((evidence, index) => {
            const Icon = ICONS[evidence.kind];
            const minutes = minutesAt(index);
            return (
              <li key={`${evidence.ref} ${index}`}>
                <span className="evidence-clock num">
                  {evidence.startedAt === evidence.endedAt
                    ? formats.clock(evidence.startedAt, zone)
                    : formats.clockRange(evidence.startedAt, evidence.endedAt, zone)}
                </span>
                <Icon size={15} stroke={1.75} aria-label={t(`entry.${evidence.kind}`)} />
                <span className="evidence-words">
                  <span>
                    {evidence.label}
                    {evidence.kind === 'commit' && <code>{evidence.ref.slice(0, 7)}</code>}
                  </span>
                  <span className="evidence-rule">{hostWords(evidence.rule)}</span>
                </span>
                <span className="evidence-minutes num" title={t('entry.brought')}>
                  {minutes !== null && minutes > 0 ? formatShort(minutes) : ''}
                </span>
              </li>
            );
          })}
        </ol>
      )}
      {given.length > 0 && (
        <>
          <h3 className="caption evidence-given">{t('entry.given')}</h3>
          <ul>
            {given.map(({ to, minutes }) => (
              <li key={to}>
                <span className="evidence-words">{to}</span>
                <span className="evidence-minutes num">−{formatShort(minutes)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
