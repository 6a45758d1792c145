import type { ChangeEvent, World } from '#shared/ports/world.ts';
import { addEntry, logWords, previewWords } from '#shared/services/add-entry.ts';
import { confirmNow, deriveNow } from '#shared/services/close-day.ts';
import { correctEntry, editEntry, mergeNow, removeEntry, splitNow } from '#shared/services/edit-entry.ts';
import { listGlobalKeys } from '#shared/services/global-keys.ts';
import { lastDayOf } from '#shared/services/last-day.ts';
import { addRepositories, listRepositories, removeRepository } from '#shared/services/repositories.ts';
import { listSecrets, removeSecret, setSecret } from '#shared/services/secrets.ts';
import * as session from '#shared/services/session.ts';
import { getSetting, listSettings, setSetting } from '#shared/services/settings.ts';
import { showDay, viewDay } from '#shared/services/show-day.ts';
import { toggleSession } from '#shared/services/toggle-session.ts';
import { listTickets } from '#shared/services/tickets.ts';
import { dismissGap, reopenGap } from '#shared/services/settle-gap.ts';
import { redoLast, undoLast } from '#shared/services/undo.ts';
import { aboutStint, backUp, examine, listBackups, showHistory } from '#shared/services/upkeep.ts';
import { showWeek, submitNow } from '#shared/services/week.ts';
import { bookingHandlers } from './booking-handlers.ts';
import { dashboardHandlers } from './dashboard-handlers.ts';
import { demoHandlers } from './demo/demo-handlers.ts';
import { evidenceHandlers } from './evidence-handlers.ts';
import { evidenceRoom } from './evidence-room.ts';
import { exchangeHandlers } from './exchange-handlers.ts';
import { guarded } from './guarded.ts';
import { reportHandlers } from './report-handlers.ts';
import { promptHandlers } from './prompt-handlers.ts';
import { questionHandlers } from './question-handlers.ts';
import { welcomeHandlers } from './welcome-handlers.ts';

/** Puts services behind the contract: one line an operation, no decisions here. */
export function buildRouter(world: World) {
  const os = guarded(world);
  return os.router({
    session: {
      start: os.session.start.handler(({ input }) => session.startSession(world, input)),
      stop: os.session.stop.handler(() => session.stopSession(world)),
      pause: os.session.pause.handler(() => session.pauseSession(world)),
      resume: os.session.resume.handler(() => session.resumeSession(world)),
      continue: os.session.continue.handler(() => session.continueSession(world)),
      toggle: os.session.toggle.handler(({ input }) => toggleSession(world, input)),
      cancel: os.session.cancel.handler(() => session.cancelSession(world)),
      status: os.session.status.handler(() => session.showStatus(world)),
      list: os.session.list.handler(({ input }) => session.listSessions(world, input)),
      show: os.session.show.handler(({ input }) => session.showSession(world, input)),
    },
    entry: {
      log: os.entry.log.handler(({ input }) => logWords(world, input)),
      preview: os.entry.preview.handler(({ input }) => previewWords(world, input)),
      add: os.entry.add.handler(({ input }) => addEntry(world, input)),
      edit: os.entry.edit.handler(({ input }) => editEntry(world, input)),
      delete: os.entry.delete.handler(({ input }) => removeEntry(world, input)),
      split: os.entry.split.handler(({ input }) => splitNow(world, input)),
      merge: os.entry.merge.handler(({ input }) => mergeNow(world, input)),
      correct: os.entry.correct.handler(({ input }) => correctEntry(world, input)),
      undo: os.entry.undo.handler(() => undoLast(world)),
      redo: os.entry.redo.handler(() => redoLast(world)),
      why: os.entry.why.handler(async ({ input }) => (await evidenceRoom()).whyNow(world, input)),
    },
    day: {
      show: os.day.show.handler(({ input }) => showDay(world, input)),
      view: os.day.view.handler(({ input }) => viewDay(world, input)),
      derive: os.day.derive.handler(({ input }) => deriveNow(world, input)),
      confirm: os.day.confirm.handler(({ input }) => confirmNow(world, input)),
      replay: os.day.replay.handler(async ({ input }) => (await evidenceRoom()).replayDays(world, input)),
    },
    gap: {
      dismiss: os.gap.dismiss.handler(({ input }) => dismissGap(world, input)),
      reopen: os.gap.reopen.handler(({ input }) => reopenGap(world, input)),
    },
    week: {
      show: os.week.show.handler(({ input }) => showWeek(world, input)),
      submit: os.week.submit.handler(({ input }) => submitNow(world, input)),
      ...questionHandlers(os, world),
    },
    repository: {
      add: os.repository.add.handler(({ input }) => addRepositories(world, input)),
      list: os.repository.list.handler(() => listRepositories(world)),
      remove: os.repository.remove.handler(({ input }) => removeRepository(world, input)),
    },
    setting: {
      list: os.setting.list.handler(() => listSettings(world)),
      get: os.setting.get.handler(({ input }) => getSetting(world, input)),
      set: os.setting.set.handler(({ input }) => setSetting(world, input)),
      explain: os.setting.explain.handler(async ({ input }) =>
        (await evidenceRoom()).explainNow(world, input),
      ),
    },
    secret: {
      list: os.secret.list.handler(() => listSecrets(world)),
      set: os.secret.set.handler(({ input }) => setSecret(world, input)),
      remove: os.secret.remove.handler(({ input }) => removeSecret(world, input)),
    },
    shortcut: { list: os.shortcut.list.handler(() => listGlobalKeys(world)) },
    ticket: {
      list: os.ticket.list.handler(({ input }) => listTickets(world, input)),
      lastDay: os.ticket.lastDay.handler(({ input }) => lastDayOf(world, input)),
      show: os.ticket.show.handler(async ({ input }) => (await evidenceRoom()).showTicketFacts(world, input)),
    },
    ...bookingHandlers(os, world),
    ...evidenceHandlers(os, world),
    ...exchangeHandlers(os, world),
    ...reportHandlers(os, world),
    ...dashboardHandlers(os, world),
    ...promptHandlers(os, world),
    ...demoHandlers(os, world),
    ...welcomeHandlers(os, world),
    upkeep: {
      about: os.upkeep.about.handler(() => aboutStint(world)),
      doctor: os.upkeep.doctor.handler(({ input }) => examine(world, input)),
      backup: os.upkeep.backup.handler(() => backUp(world)),
      backups: os.upkeep.backups.handler(() => listBackups(world)),
      history: os.upkeep.history.handler(({ input }) => showHistory(world, input)),
    },
    changes: os.changes.handler(({ signal }) => changesUntil(world, signal)),
  });
}

export type StintRouter = ReturnType<typeof buildRouter>;

/** The events of the bus as a stream, until the listener goes away. */
async function* changesUntil(
  world: World,
  signal: AbortSignal | undefined,
): AsyncGenerator<ChangeEvent | { kind: 'listening' }> {
  const waiting: (ChangeEvent | { kind: 'listening' })[] = [{ kind: 'listening' }];
  let wake = (): void => undefined;
  const stop = world.events.subscribe((event) => {
    waiting.push(event);
    wake();
  });
  signal?.addEventListener('abort', () => wake());
  try {
    while (!signal?.aborted) {
      while (waiting.length > 0) yield waiting.shift()!;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (waiting.length > 0 || signal?.aborted) resolve();
      });
    }
  } finally {
    stop();
  }
}
