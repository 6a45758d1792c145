import type { Combo } from './combo.ts';
import { isReserved, parseCombo } from './combo.ts';

/**
 * Where an action listens. `page`: on a day or a week; `list`: where rows are walked; `entry`: on the row that has
 * the focus.
 */
export type ShortcutScope = 'everywhere' | 'page' | 'day' | 'week' | 'list' | 'entry';

export interface ShortcutAction {
  readonly scope: ShortcutScope;
  /** The keys it has until the person gives it others. */
  readonly keys: readonly Combo[];
  /** Enter and Escape belong to every focused thing, so they cannot be given away. */
  readonly fixed?: true;
}

const act = (scope: ShortcutScope, ...keys: string[]): ShortcutAction => ({ scope, keys: keys as Combo[] });
const fixed = (scope: ShortcutScope, ...keys: string[]): ShortcutAction => ({
  ...act(scope, ...keys),
  fixed: true,
});

/** Every action that has a key, or may have one, in the order the sheet shows them. */
export const ACTIONS = {
  palette: act('everywhere', 'mod+k'),
  shortcuts: act('everywhere', '?'),
  quickAdd: act('everywhere', 'n'),
  startSession: act('everywhere', 's'),
  toggleSession: act('everywhere', 'shift+s'),
  pauseSession: act('everywhere', 'p'),
  undo: act('everywhere', 'mod+z'),
  redo: act('everywhere', 'mod+shift+z', 'mod+y'),
  goToday: act('everywhere', '1'),
  goWeek: act('everywhere', '2'),
  goSessions: act('everywhere', '3'),
  goReports: act('everywhere', '6'),
  goCustomers: act('everywhere', '7'),
  goSources: act('everywhere', '4'),
  goConnections: act('everywhere', '5'),
  goSettings: act('everywhere', 'mod+,'),
  previous: act('page', 'ArrowLeft'),
  next: act('page', 'ArrowRight'),
  confirmDay: act('day', 'mod+Enter'),
  deriveDay: act('day', 'r'),
  submitWeek: act('week', 'mod+Enter'),
  answerQuestions: act('week', 'q'),
  typeTime: act('week', 'c'),
  jumpToWeek: act('week', 'g'),
  nextRow: act('list', 'j', 'ArrowDown'),
  previousRow: act('list', 'k', 'ArrowUp'),
  openEntry: fixed('entry', 'Enter'),
  editEntry: act('entry', 'e'),
  chooseTicket: act('entry', 't'),
  attend: act('entry', 'a'),
  deleteEntry: act('entry', 'Backspace', 'Delete'),
  splitEntry: act('entry', 'x'),
  mergeEntry: act('entry', 'm'),
  moveEarlier: act('entry', 'alt+ArrowUp'),
  moveLater: act('entry', 'alt+ArrowDown'),
  startEarlier: act('entry', 'alt+shift+ArrowLeft'),
  startLater: act('entry', 'alt+shift+ArrowRight'),
  endEarlier: act('entry', 'alt+shift+ArrowUp'),
  endLater: act('entry', 'alt+shift+ArrowDown'),
  gapBreak: act('entry', 'b'),
  gapIgnore: act('entry', 'i'),
  leaveEntry: fixed('entry', 'Escape'),
} as const satisfies Record<string, ShortcutAction>;

export type ActionId = keyof typeof ACTIONS;
export const ACTION_IDS = Object.keys(ACTIONS) as ActionId[];
export const isActionId = (name: string): name is ActionId => Object.hasOwn(ACTIONS, name);

/** Which keys do what. */
export type Bindings = Readonly<Record<ActionId, readonly Combo[]>>;
/** What the person changed: action → its keys parted by blanks; the empty text: no key. */
export type ShortcutChanges = Readonly<Record<string, string>>;

/** Can both be asked at one moment, so that a key of one is not free for the other? */
export function meet(one: ShortcutScope, other: ShortcutScope): boolean {
  const pair = [one, other].toSorted().join(' ');
  return !APART.has(pair);
}
const APART: ReadonlySet<string> = new Set(['day week', 'entry week']);

/** Reads keys parted by blanks; null when one of them is no key. */
export function readCombos(text: string): readonly Combo[] | null {
  const read = text.split(/\s+/).filter(Boolean).map(parseCombo);
  return read.every((combo) => combo !== null) ? [...new Set(read)] : null;
}

/**
 * The keys as they are now. What the person gave comes first: a default that meets it falls silent, so that a later
 * version with a new default takes no key away. Words that cannot be read count as unchanged.
 */
export function bindingsOf(changes: ShortcutChanges): Bindings {
  const given = new Map<ActionId, readonly Combo[]>();
  for (const [name, text] of Object.entries(changes)) {
    const combos = isActionId(name) && !isFixed(name) ? readCombos(text) : null;
    if (combos) given.set(name as ActionId, combos);
  }
  const isGiven = (id: ActionId, combo: Combo): boolean =>
    [...given].some(
      ([other, combos]) => combos.includes(combo) && meet(ACTIONS[id].scope, ACTIONS[other].scope),
    );
  const keysOf = (id: ActionId): readonly Combo[] =>
    given.get(id) ?? ACTIONS[id].keys.filter((combo) => !isGiven(id, combo));
  return Object.fromEntries(ACTION_IDS.map((id) => [id, keysOf(id)])) as unknown as Bindings;
}

const actionOf = (id: ActionId): ShortcutAction => ACTIONS[id];
/** Has it keys that cannot be changed? */
export const isFixed = (id: ActionId): boolean => actionOf(id).fixed === true;

/** The actions that have this key and can be asked at the same moment as `id`. */
export function conflictsOf(bindings: Bindings, id: ActionId, combo: Combo): ActionId[] {
  return ACTION_IDS.filter(
    (other) =>
      other !== id &&
      bindings[other].includes(combo) &&
      (isFixed(other) || meet(ACTIONS[id].scope, ACTIONS[other].scope)),
  );
}

/** `bindings` told as what differs from the defaults. */
export function changesOf(bindings: Bindings): ShortcutChanges {
  return Object.fromEntries(
    ACTION_IDS.filter((id) => bindings[id].join(' ') !== ACTIONS[id].keys.join(' ')).map((id) => [
      id,
      bindings[id].join(' '),
    ]),
  );
}

/** What is wrong with changes somebody wants to make; null: nothing. */
export function problemOfChanges(changes: ShortcutChanges): string | null {
  const seen: { id: ActionId; combo: Combo }[] = [];
  for (const [name, text] of Object.entries(changes)) {
    if (!isActionId(name)) return `known actions (not "${name}")`;
    if (isFixed(name)) return `other actions than ${name}, whose keys are fixed`;
    const combos = readCombos(text);
    if (combos === null) return `keys such as "mod+k" or "j ArrowDown" for ${name}`;
    for (const combo of combos) {
      if (isReserved(combo) !== null) return `other keys than ${combo} for ${name}, which this machine needs`;
      const taken = seen.find(
        (one) => one.combo === combo && meet(ACTIONS[one.id].scope, ACTIONS[name].scope),
      );
      if (taken) return `one action for ${combo} (not ${taken.id} and ${name})`;
      seen.push({ id: name, combo });
    }
  }
  return null;
}
