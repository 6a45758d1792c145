/** How full something is; it stands beside the same in words. */
export function Gauge({
  used,
  of,
  state,
  thresholds = [],
}: {
  used: number;
  of: number;
  state: 'fine' | 'near' | 'over';
  /** Shares in percent at which a warning is due. */
  thresholds?: readonly number[];
}) {
  const share = of <= 0 ? 1 : Math.min(1, Math.max(0, used / of));
  return (
    <span className={`gauge gauge-${state}`} aria-hidden>
      <span className="gauge-used" style={{ width: `${share * 100}%` }} />
      {thresholds
        .filter((percent) => percent < 100)
        .map((percent) => (
          <span key={percent} className="gauge-threshold" style={{ left: `${percent}%` }} />
        ))}
    </span>
  );
}
