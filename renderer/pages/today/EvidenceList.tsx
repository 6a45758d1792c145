import {
  IconCalendarEvent,
  IconCode,
  IconDeviceDesktop,
  IconGitBranch,
  IconGitCommit,
  IconPlayerRecord,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntryShape } from '#shared/contract/shapes.ts';
import { useFormats } from '../../hooks/formats.ts';

const ICONS = {
  commit: IconGitCommit,
  presence: IconDeviceDesktop,
  checkout: IconGitBranch,
  session: IconPlayerRecord,
  event: IconCalendarEvent,
  span: IconCode,
} as const;

/** The answer to "why?": each thing the entry rests on, when, and the rule that made time of it. */
export function EvidenceList({ entry, zone }: { entry: EntryShape; zone: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className="evidence">
      <h3 className="caption">{t('entry.evidence')}</h3>
      {entry.evidence.length === 0 ? (
        <p className="hint">{t('entry.noEvidence')}</p>
      ) : (
        <ol>
          {entry.evidence.map((evidence, index) => {
            const Icon = ICONS[evidence.kind];
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
                  <span className="evidence-rule">{evidence.rule}</span>
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
