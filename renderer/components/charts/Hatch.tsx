/** Hatching for what has no name, as the day's timeline hatches its gaps. */
export const Hatch = () => (
  <defs>
    <pattern
      id="chart-hatch"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line className="chart-hatch-line" x1="0" y1="0" x2="0" y2="6" />
    </pattern>
  </defs>
);

/** What is filled with it. */
export const HATCHED = { style: { fill: 'url(#chart-hatch)' } } as const;
