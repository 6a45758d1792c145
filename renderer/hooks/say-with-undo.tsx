import { notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { closeButton } from './change.ts';

/** The place `say` has: one word at a time. */
const SAID = 'said';
/** Long enough to read a sentence and to reach for the button. */
const SAID_FOR_MS = 10_000;

/**
 * Says what was done, with the way back beside it. It goes away with the next change that is made here, for then the
 * last step, which undo takes back, is another one.
 */
export function sayWithUndo(
  queries: QueryClient,
  said: { readonly message: string; readonly undo: string },
  takeBack: () => void,
): void {
  const saidAt = Date.now();
  const hide = () => notifications.hide(SAID);
  const stop = queries.getMutationCache().subscribe(({ mutation }) => {
    if (mutation?.state.status === 'success' && mutation.state.submittedAt > saidAt) hide();
  });
  hide();
  notifications.show({
    id: SAID,
    closeButtonProps: closeButton(),
    message: (
      <span className="said">
        <span>{said.message}</span>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            hide();
            takeBack();
          }}
        >
          {said.undo}
        </button>
      </span>
    ),
    autoClose: SAID_FOR_MS,
    withBorder: false,
    color: 'indigo',
    onClose: stop,
  });
}
