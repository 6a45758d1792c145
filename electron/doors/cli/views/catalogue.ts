import type { Paper } from '../paper.ts';
import { runsView } from './agent.ts';
import { anythingView } from './anything.ts';
import { planView, syncView } from './booking.ts';
import {
  accountsView,
  attendedView,
  chosenView,
  connectView,
  forgottenAccountView,
  seriesView,
} from './calendar.ts';
import { explanationView } from './configuration.ts';
import { budgetsView, budgetView, forgottenBudgetView } from './budget.ts';
import { revokedView, sharedView, sharesView, shownView } from './dashboard.ts';
import { dayView } from './day.ts';
import {
  devCopiedView,
  devCostsView,
  devPageView,
  devReportView,
  devSessionsView,
  devSessionView,
  devShownView,
  devStatsView,
} from './dev-session.ts';
import { entriesView, entryView, undoView } from './entry.ts';
import { factsView, markView, presenceImportedView, replayView, whyView } from './evidence.ts';
import { importedView, projectsView, projectView } from './project.ts';
import {
  mappedView,
  mappingsView,
  providersView,
  providerView,
  unitsView,
  unmappedView,
} from './provider.ts';
import { questionsView } from './questions.ts';
import { secretsView, secretView } from './secret.ts';
import { shortcutsView } from './shortcuts.ts';
import { sessionsView, sessionView, statusView } from './session.ts';
import {
  registeredView,
  removedView,
  repositoriesView,
  settingSetView,
  settingsView,
  settingView,
} from './setup.ts';
import {
  allRestoredView,
  allSavedView,
  claudeTimeImportedView,
  timesExportedView,
  timesImportedView,
} from './exchange.ts';
import { monthlyView } from './monthly.ts';
import { promptsView } from './prompts.ts';
import { outgoingView, readView, sourcesView, sourceView } from './sources.ts';
import {
  taskSumsView,
  taskTimeView,
  taskView,
  timerSettingsView,
  timerStartedView,
  timerStatusView,
  timerStoppedView,
} from './timer.ts';
import { backupsView, backupView, doctorView, historyView, plansView, ticketsView } from './upkeep.ts';
import { submitView, weekView } from './week.ts';

/** Writes the answer of an operation as text for people. */
export type View<Output> = (output: Output, paper: Paper) => string;

/**
 * One line an operation; one without a line is shown by `anythingView`. Answers were checked against the contract
 * by whoever gave them, so a view may rely on its shape.
 */
const VIEWS = {
  'session.start': sessionView('started'),
  'session.stop': sessionView('stopped'),
  'session.pause': sessionView('paused'),
  'session.resume': sessionView('goes on'),
  'session.continue': sessionView('started again'),
  'session.cancel': sessionView('dropped; it does not count'),
  'session.status': statusView,
  'session.toggle': statusView,
  'shortcut.list': shortcutsView,
  'session.list': sessionsView,
  'session.show': sessionView(''),
  'devSession.start': devSessionView('started'),
  'devSession.active': devSessionsView,
  'devSession.list': devPageView,
  'devSession.stats': devStatsView,
  'devSession.show': devShownView,
  'devSession.update': devSessionView('changed'),
  'devSession.pause': devSessionView('paused'),
  'devSession.resume': devSessionView('goes on'),
  'devSession.complete': devShownView,
  'devSession.cancel': devSessionView('dropped; it does not count'),
  'devSession.linkTask': devSessionView('linked'),
  'devSession.use': devSessionView('added'),
  'devSession.report': devReportView,
  'devSession.copyReport': devCopiedView,
  'devSession.costs': devCostsView,
  'entry.log': entryView('added'),
  'entry.add': entryView('added'),
  'entry.edit': entryView('changed'),
  'entry.delete': entryView('deleted'),
  'entry.split': entriesView('split'),
  'entry.merge': entryView('merged'),
  'entry.correct': entryView('correction appended'),
  'entry.undo': undoView('Taken back'),
  'entry.redo': undoView('Done again'),
  'entry.why': whyView,
  'day.show': dayView,
  'day.derive': dayView,
  'day.confirm': dayView,
  'day.replay': replayView,
  'week.show': weekView,
  'week.submit': submitView,
  'week.questions': questionsView,
  'repository.add': registeredView,
  'repository.list': repositoriesView,
  'repository.remove': removedView,
  'setting.list': settingsView,
  'setting.get': settingView,
  'setting.set': settingSetView,
  'setting.explain': explanationView,
  'secret.list': secretsView,
  'secret.set': secretView('is kept'),
  'secret.remove': secretView('is forgotten'),
  'ticket.list': ticketsView,
  'ticket.plans': plansView,
  'ticket.show': factsView,
  'task.start': taskView('is in progress'),
  'task.complete': taskView('is completed'),
  'task.block': taskView('is blocked'),
  'timer.start': timerStartedView,
  'timer.stop': timerStoppedView,
  'timer.status': timerStatusView,
  'timer.show': taskTimeView,
  'timer.summary': taskSumsView,
  'timer.sync': syncView,
  'timer.configure': timerSettingsView,
  'provider.list': providersView,
  'provider.status': providerView,
  'provider.connect': providerView,
  'provider.disconnect': providerView,
  'provider.units': unitsView,
  'provider.mappings': mappingsView,
  'provider.map': mappedView,
  'provider.unmap': unmappedView,
  'project.list': projectsView,
  'project.edit': projectView,
  'project.import': importedView,
  'booking.plan': planView,
  'booking.sync': syncView,
  'source.list': sourcesView,
  'source.read': readView,
  'source.pause': sourceView,
  'source.resume': sourceView,
  'source.outgoing': outgoingView,
  'calendar.connect': connectView,
  'calendar.accounts': accountsView,
  'calendar.choose': chosenView,
  'calendar.disconnect': forgottenAccountView,
  'calendar.series': seriesView,
  'calendar.attend': attendedView,
  'telemetry.start': markView('begins'),
  'telemetry.stop': markView('ends'),
  'agent.runs': runsView,
  'import.activitywatch': presenceImportedView,
  'exchange.importTimes': timesImportedView,
  'exchange.importClaudeTime': claudeTimeImportedView,
  'exchange.exportTimes': timesExportedView,
  'exchange.saveAll': allSavedView,
  'exchange.restoreAll': allRestoredView,
  'prompt.list': promptsView,
  'prompt.answer': promptsView,
  'prompt.snooze': promptsView,
  'budget.list': budgetsView,
  'budget.set': budgetView,
  'budget.remove': forgottenBudgetView,
  'monthly.make': monthlyView,
  'dashboard.show': shownView,
  'dashboard.share': sharedView,
  'dashboard.list': sharesView,
  'dashboard.revoke': revokedView,
  'upkeep.doctor': doctorView,
  'upkeep.backup': backupView,
  'upkeep.backups': backupsView,
  'upkeep.history': historyView,
} as const;

/** The text of an operation's answer. */
export function viewOf(operation: readonly string[], output: unknown, paper: Paper): string {
  const name = operation.join('.');
  const view: View<never> = isViewed(name) ? VIEWS[name] : anythingView;
  return view(output as never, paper);
}

const isViewed = (name: string): name is keyof typeof VIEWS => Object.hasOwn(VIEWS, name);
