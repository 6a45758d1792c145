import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BookingState, Plan, PlanRow, SyncResult } from '#shared/contract/booking-shapes.ts';
import { Prose } from '../../../components/Prose.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { PlanGroup } from './PlanGroup.tsx';
import type { Choices } from './plan-choices.ts';
import { GROUPS } from './plan-choices.ts';

/** What the lines of the plan need to know. */
export interface PlanContext {
  readonly plan: Plan;
  /** Of the provider. */
  readonly name: string;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  /** It is being booked, or was: nothing is chosen any more. */
  readonly isFixed: boolean;
  /** Entries that were ordered. */
  readonly ordered: ReadonlySet<string>;
  readonly states: readonly BookingState[];
  readonly result: SyncResult | null;
  /** Somebody goes to another page. */
  readonly onLeave: () => void;
}

/** What has become of a row that was ordered; null for all others. */
export function outcomeOf(
  row: PlanRow,
  context: PlanContext,
): { readonly state: BookingState['state']; readonly reason: string | null } | null {
  if (!context.ordered.has(row.entryId)) return null;
  const failed = context.result?.failed.find(({ entryId }) => entryId === row.entryId);
  if (failed) return { state: 'failed', reason: failed.reason };
  const state = context.states.find(({ entryId }) => entryId === row.entryId);
  if (row.action === 'delete' && context.result !== null && state === undefined)
    return { state: 'booked', reason: null };
  if (state === undefined || state.state === 'none') return { state: 'waiting', reason: null };
  return { state: state.state, reason: state.reason };
}

/** The plan by what would be done, what needs somebody first; below it what was booked by hand. */
export function PlanView(context: PlanContext) {
  const { t } = useTranslation();
  const { plan } = context;
  const groups = Map.groupBy(plan.rows, (row) => row.action);
  return (
    <>
      {plan.warnings.length > 0 && (
        <ul className="notes" aria-label={t('sheet.warnings')}>
          {plan.warnings.map((warning) => (
            <li key={warning}>
              <IconAlertTriangle size={15} aria-hidden />
              <span>
                <Prose words={warning} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {GROUPS.map((action) => {
        const rows = groups.get(action);
        return rows && <PlanGroup key={action} action={action} rows={rows} context={context} />;
      })}
      {plan.elsewhere.length > 0 && <Elsewhere rows={plan.elsewhere} />}
    </>
  );
}
