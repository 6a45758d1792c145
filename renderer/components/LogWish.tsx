import { useEffect } from 'react';
import { openDialog } from '../hooks/dialogs.ts';
import { dropQuery, useRoute } from '../hooks/route.ts';

/** `?log=1` on a page without quick add of its own: a dialog over it. */
export function LogWish() {
  const asked = useRoute().query.get('log') !== null;
  useEffect(() => {
    if (!asked) return;
    dropQuery();
    openDialog('quickAdd');
  }, [asked]);
  return null;
}
