import { startTransition, useEffect, useState } from 'react';

/** A page in the background paints nothing: there it is not waited for. */
const PATIENCE_MS = 1000;

let isPainted = false;

/**
 * False until the browser painted what the window opens with, the day's total (components/Total.tsx). What is not seen
 * first waits for it: the browser paints beside the page's own work, and where processors are busy it gets no turn until
 * that rests.
 */
export function useIsPainted(): boolean {
  const [isDrawn, setIsDrawn] = useState(isPainted);
  useEffect(() => {
    if (isDrawn) return undefined;
    return onPaint(() => {
      isPainted = true;
      startTransition(() => setIsDrawn(true));
    });
  }, [isDrawn]);
  return isDrawn;
}

/** Calls back once. Returns the way to stop waiting. */
function onPaint(go: () => void): () => void {
  const observer = new PerformanceObserver(() => end());
  const timer = setTimeout(
    () => end(),
    PerformanceObserver.supportedEntryTypes.includes('element') ? PATIENCE_MS : 0,
  );
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  const end = () => {
    stop();
    go();
  };
  observer.observe({ type: 'element', buffered: true });
  return stop;
}
