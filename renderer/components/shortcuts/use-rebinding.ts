import { useEffect, useState } from 'react';
import type { Combo } from '#shared/settings/combo.ts';
import { isReserved } from '#shared/settings/combo.ts';
import type { ActionId, Bindings } from '#shared/settings/shortcuts.ts';
import { ACTIONS, bindingsOf, changesOf, conflictsOf } from '#shared/settings/shortcuts.ts';
import { client } from '../../client/connect.ts';
import { useChange } from '../../hooks/change.ts';
import { pressedCombo, useKeys } from '../../hooks/shortcuts.ts';

/** A key that is about to be given: to which action, in the place of which. Null: as one more. */
export interface Place {
  readonly id: ActionId;
  readonly old: Combo | null;
}

/** Why the keys that were pressed cannot simply be taken. */
export type Objection =
  | { readonly why: 'reserved'; readonly combo: Combo; readonly by: 'focus' | 'text' | 'window' }
  | { readonly why: 'taken'; readonly combo: Combo; readonly by: readonly ActionId[] };

const without = (combos: readonly Combo[], combo: Combo | null) => combos.filter((one) => one !== combo);

/** `combo` in the place of `old`, or behind the others. */
const put = (combos: readonly Combo[], old: Combo | null, combo: Combo): readonly Combo[] =>
  old === null ? [...combos, combo] : combos.map((one) => (one === old ? combo : one));

/** Giving keys to actions: listens for them, says whom they belong to, swaps, and takes them back. */
export function useRebinding(onListening: (is: boolean) => void) {
  const { bindings } = useKeys();
  const [place, setPlace] = useState<Place | null>(null);
  const [objection, setObjection] = useState<Objection | null>(null);
  const save = useChange(
    (next: Bindings) => client.setting.set({ key: 'app.shortcuts', value: changesOf(next) }),
    { stale: ['settings'] },
  );
  const leave = () => {
    setPlace(null);
    setObjection(null);
  };
  const write = (changed: Partial<Record<ActionId, readonly Combo[]>>) => {
    leave();
    save.mutate({ ...bindings, ...changed });
  };
  const give = (combo: Combo) => {
    if (place === null) return;
    const { id, old } = place;
    if (bindings[id].includes(combo)) return leave();
    const by = isReserved(combo);
    if (by !== null) return setObjection({ why: 'reserved', combo, by });
    const others = conflictsOf(bindings, id, combo);
    if (others.length > 0) return setObjection({ why: 'taken', combo, by: others });
    write({ [id]: put(bindings[id], old, combo) });
  };

  const isListening = place !== null;
  useEffect(() => {
    onListening(isListening);
    return () => onListening(false);
  }, [isListening, onListening]);
  useEffect(() => {
    if (place === null || objection?.why === 'taken') return undefined;
    const onKey = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') return leave();
      const combo = pressedCombo(event);
      if (combo !== null) give(combo);
    };
    // Before the dialog hears it, which would close by Escape.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  });

  return {
    bindings,
    place,
    objection,
    isBusy: save.isPending,
    /** Listens for the new keys from now on. */
    begin: (next: Place) => {
      setObjection(null);
      setPlace(next);
    },
    leave,
    /** The action loses the key that is being changed. */
    remove: () => {
      if (place !== null) write({ [place.id]: without(bindings[place.id], place.old) });
    },
    /** The keys go to this action; who had them gets the old ones. */
    swap: () => {
      if (place === null || objection?.why !== 'taken') return;
      const { id, old } = place;
      const { combo, by } = objection;
      const changed: Partial<Record<ActionId, readonly Combo[]>> = {};
      for (const other of by)
        changed[other] = old === null ? without(bindings[other], combo) : put(bindings[other], combo, old);
      write({ ...changed, [id]: put(bindings[id], old, combo) });
    },
    /** Back to the keys it came with; who had them meanwhile loses them. */
    reset: (id: ActionId) => {
      const own = ACTIONS[id].keys;
      const changed: Partial<Record<ActionId, readonly Combo[]>> = { [id]: own };
      for (const other of own.flatMap((combo) => conflictsOf(bindings, id, combo)))
        changed[other] = bindings[other].filter((combo) => !own.includes(combo));
      write(changed);
    },
    resetAll: () => {
      leave();
      save.mutate(bindingsOf({}));
    },
  };
}
