const KEPT_UNDER = 'stint.palette';
const KEPT = 12;

let lately: readonly string[] = read();

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEPT_UNDER) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

/** Ids of the commands used last, the newest first. */
export const usedLately = (): readonly string[] => lately;

export function noteUse(id: string): void {
  lately = [id, ...lately.filter((other) => other !== id)].slice(0, KEPT);
  try {
    window.localStorage.setItem(KEPT_UNDER, JSON.stringify(lately));
  } catch {
    // A browser that keeps nothing: this window remembers.
  }
}
