// A finger that rests takes hold, one that wanders scrolls: how touch drags on the clock.
import { useEffect, useState } from 'react';

/** How long a finger rests before it takes hold: a little less than until the machine opens its own menu. */
const HOLD_MS = 380;
/** A finger is never quite still: so far it may wander, and still rests. */
export const WANDER_PX = 10;
/** What a finger can take by its end, at most a third of it. */
const FINGER_GRIP_PX = 18;

/** A finger takes hold by resting; a mouse and a pen by moving. */
export const isFinger = ({ pointerType }: { readonly pointerType: string }): boolean =>
  pointerType === 'touch';

/**
 * Waits for a finger to rest where it pressed.
 * @returns what each move of it is to be told to: false once it wandered off; `stop`, to wait no longer; and `rests`, for
 * when the machine says first that it rests.
 */
export function waitForHold(from: { readonly x: number; readonly y: number }, onHold: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const rests = () => {
    stop();
    onHold();
  };
  timer = setTimeout(rests, HOLD_MS);
  return {
    stop,
    rests,
    moved: (x: number, y: number): boolean => Math.hypot(x - from.x, y - from.y) <= WANDER_PX,
  };
}

/** Which end of a block a finger took: what is drawn for it is too thin. */
export function gripOfFinger(y: number, rect: { readonly top: number; readonly bottom: number }) {
  const reach = Math.min(FINGER_GRIP_PX, (rect.bottom - rect.top) / 3);
  return y < rect.top + reach ? 'start' : y > rect.bottom - reach ? 'end' : 'move';
}

/** Whether the page may scroll under what touches it, and whether letting go is a click. Each press begins anew. */
interface TouchGuard {
  /** What touches now drags: nothing scrolls under it. */
  hold(): void;
  /** Letting go meant something already: no click comes of it. */
  keepClick(): void;
}

/**
 * Keeps the browser from scrolling once something is held. Its listeners stand before the touch begins, as browsers
 * ask of those who want a say; as long as nothing is held they do nothing, and scrolling is as ever.
 */
export function useTouchGuard(scroller: React.RefObject<HTMLElement | null>): TouchGuard {
  const [guard] = useState(createGuard);
  useEffect(() => {
    // What is dragged onto the clock lies beside what scrolls.
    const around = scroller.current?.parentElement;
    return around ? guard.watch(around) : undefined;
  }, [scroller, guard]);
  return guard;
}

/** The guard of whatever is touched within the element that it watches. */
function createGuard(): TouchGuard & { watch: (around: HTMLElement) => () => void } {
  let isHeld = false;
  let isClickKept = false;
  const onPress = () => {
    isHeld = false;
    isClickKept = false;
  };
  const onMove = (event: TouchEvent) => {
    if (isHeld && event.cancelable) event.preventDefault();
  };
  const onEnd = (event: TouchEvent) => {
    if (isClickKept && event.cancelable) event.preventDefault();
  };
  // The machine's own answer to a finger that rests.
  const onMenu = (event: Event) => {
    if (!isHeld) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    hold: () => (isHeld = true),
    keepClick: () => (isClickKept = true),
    watch(around) {
      around.addEventListener('pointerdown', onPress, true);
      around.addEventListener('touchmove', onMove, { passive: false });
      around.addEventListener('touchend', onEnd, { passive: false });
      around.addEventListener('contextmenu', onMenu, true);
      return () => {
        around.removeEventListener('pointerdown', onPress, true);
        around.removeEventListener('touchmove', onMove);
        around.removeEventListener('touchend', onEnd);
        around.removeEventListener('contextmenu', onMenu, true);
      };
    },
  };
}
