import { useTranslation } from 'react-i18next';
import { Warnings } from '../../../components/Warnings.tsx';
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
      <Warnings label={t('sheet.warnings')} words={plan.warnings} />
      {GROUPS.map((action) => {
        const rows = groups.get(action);
        return rows && <PlanGroup key={action} action={action} rows={rows} context={context} />;
      })}
      {plan.elsewhere.length > 0 && <Elsewhere rows={plan.elsewhere} />}
    </>
  );
}
