/** The ring of the tray: filled centre = running, two bars = paused, empty = nothing runs (look "Tray"). */
export function StintMark({ state, size = 18 }: { state: 'running' | 'paused' | 'idle'; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" fill="none" aria-hidden>
      <circle cx="9" cy="9" r="6.75" stroke="currentColor" strokeWidth="2.25" />
      {state === 'running' && <circle cx="9" cy="9" r="3" fill="currentColor" />}
      {state === 'paused' && (
        <path d="M7.4 6.5v5M10.6 6.5v5" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      )}
    </svg>
  );
}
