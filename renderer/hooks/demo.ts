import { client } from '../client/connect.ts';
import { useChange } from './change.ts';

/** Opens made-up data: in a window of its own, or in place of this page in a browser. */
export function useOpenDemo(): { open: () => void; isOpening: boolean } {
  const open = useChange(() => client.demo.open({}), {
    stale: [],
    done: ({ address }) => {
      if (address !== null) window.location.assign(address);
    },
  });
  return { open: () => open.mutate(undefined), isOpening: open.isPending };
}
