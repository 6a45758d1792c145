import type { Session } from '#shared/evidence/session.ts';
import type { World } from '#shared/ports/world.ts';
import { personOf } from '#shared/services/person.ts';
import { formatClock } from '#shared/values/local-day.ts';
import type { Host } from '../host/host.ts';
import { hostWordsIn } from './host-words.ts';
import { notify } from './notifications.ts';
import { whatOf } from './tray-menu.ts';
import type { Language } from './tray-words.ts';
import { wordsIn } from './tray-words.ts';
import type { WindowOnDemand } from './window-on-demand.ts';

interface Started {
  readonly host: Host;
  readonly windows: WindowOnDemand;
  readonly language: Language;
  /** Before the data folder was opened, epoch milliseconds. */
  readonly startedAt: number;
  readonly hasTray: boolean;
}

/** What a person should know once Stint stands: no tray here, a session that was recovered, something set aside. */
export async function tellAfterStart(started: Started): Promise<void> {
  const { world } = started.host;
  const words = wordsIn(started.language);
  const tell = (title: string, body: string, to: string): void =>
    notify({ title, body, to }, started.windows.show);

  if (!started.hasTray && (await isFirstTimeWithoutTray(started.host.home))) {
    tell(words.noTrayTitle, words.noTrayBody, '/today');
  }
  for (const session of await recoveredSince(world, started.startedAt)) {
    if (session.endedAt === null) continue;
    const clock = formatClock(session.endedAt, personOf(world).zone);
    tell(words.recoveredTitle, words.recoveredBody(whatOf(session), clock), '/today');
  }
  const hostWords = await hostWordsIn(started.language);
  for (const notice of world.settings.notices()) tell(words.noticeTitle, hostWords(notice), '/settings');
}

/** Sessions that opening the data folder has just closed (design §2 "Presence": recovery at start). */
async function recoveredSince(world: World, startedAt: number): Promise<Session[]> {
  const steps = await world.stores.ledger.history(20);
  return steps
    .filter((step) => step.at >= startedAt)
    .flatMap((step) => step.changes)
    .flatMap((change) => (change.noun === 'session' && change.after?.recovered ? [change.after] : []));
}

/** Said once for a data folder, not at every login. */
async function isFirstTimeWithoutTray(home: string): Promise<boolean> {
  const { openShellMemory } = await import('./window-memory.ts');
  const memory = openShellMemory(home);
  if (memory.wasTold('no-tray')) return false;
  memory.remember('no-tray');
  return true;
}
