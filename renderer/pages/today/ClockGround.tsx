import { memo } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { SourceMark } from '../../components/SourceMark.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { commitKey } from './links.ts';
import { useIsLit, useLights } from './lit.ts';
import type { CommitMark, TimelineLayout } from './timeline-layout.ts';
import { HOUR_PX, TOP_PX, place } from './timeline-scale.ts';

interface Props {
  readonly hours: number;
  readonly presence: TimelineLayout['presence'];
  readonly marks: readonly CommitMark[];
  readonly zone: string;
  /** A time of the day, so that none can be mistaken for another. */
  readonly clock: (at: number) => string;
  readonly start: number;
}

/** What stands under the entries: hours, presence, commits. */
export const ClockGround = memo(function ClockGround({ hours, presence, marks, zone, clock, start }: Props) {
  const { t } = useWords();
  return (
    <div aria-hidden="true">
      {hourMarks(hours, start, clock).map((mark) => (
        <div key={mark.hour} className="hour" style={{ top: TOP_PX + mark.hour * HOUR_PX }}>
          <span className="num">
            {mark.label}
            {mark.name !== '' && <small>{mark.name}</small>}
          </span>
        </div>
      ))}
      {presence.map((span) => (
        <div
          key={`${span.from} ${span.state}`}
          className={`presence presence-${span.state}`}
          style={place(span)}
          title={t(`timeline.presence.${span.state}`)}
        />
      ))}
      <div className="lane-commits">
        {marks.map((mark) => (
          <Mark key={mark.at} mark={mark} zone={zone} />
        ))}
      </div>
    </div>
  );
});

function Mark({ mark, zone }: { mark: CommitMark; zone: string }) {
  const formats = useFormats();
  const isLit = useIsLit(...mark.commits.map(({ hash }) => commitKey(hash)));
  const lights = useLights(commitKey(mark.commits[0]?.hash ?? ''));
  return (
    <span
      className={`commit-mark${isLit ? ' is-lit' : ''}`}
      style={{ top: TOP_PX + mark.at * HOUR_PX }}
      title={titleOf(mark.commits, (at) => formats.clock(at, zone))}
      {...lights}
    >
      <SourceMark source="git" size={11} silent />
      {mark.commits.length > 1 && <small className="num">{mark.commits.length}</small>}
    </span>
  );
}

const titleOf = (commits: DayView['commits'], clock: (at: string) => string) =>
  commits.map((commit) => `${clock(commit.at)} ${commit.subject}`).join('\n');

/** A mark each hour of elapsed time: where clocks change, one is missing or stands twice, as on the wall. */
function hourMarks(hours: number, start: number, clock: (at: number) => string) {
  return Array.from({ length: Math.floor(hours) + 1 }, (_, hour) => {
    const [label = '', name = ''] = hour === hours ? [] : clock(start + hour * 3_600_000).split(' ');
    return { hour, label, name };
  });
}
