import { useQuery } from '@tanstack/react-query';
import { globalKeysQuery } from '../../client/queries.ts';
import { Prose } from '../Prose.tsx';

/** Beside a setting of a global shortcut: that this desktop did not give Stint the keys, or may not, and what to do. */
export function GlobalKeyNote({ setting }: { setting: string }) {
  const { data: keys = [] } = useQuery(globalKeysQuery());
  const key = keys.find((one) => one.setting === setting);
  if (!key || key.remedy === null) return null;
  return (
    <span
      role="status"
      className={key.standing === 'refused' ? 'setting-default field-problem' : 'setting-default'}
    >
      <Prose words={key.remedy} />
    </span>
  );
}
