import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Prose } from '../../../components/Prose.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { PlanGroup } from './PlanGroup.tsx';
import { GROUPS } from './plan-choices.ts';
import type { PlanContext } from './plan-context.ts';

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
