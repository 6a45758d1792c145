import { IconBug, IconRefresh, IconRocket, IconSearch, IconSparkles2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DevType } from './dev-words.ts';

const ICONS = {
  feature: IconSparkles2,
  bugfix: IconBug,
  refactor: IconRefresh,
  research: IconSearch,
  deployment: IconRocket,
} as const;

/** The kind of a development session as a shape, so that nobody needs its colour. What it is stands beside it in words. */
export function DevTypeIcon({ type, size }: { type: DevType; size: number }) {
  const Icon = ICONS[type];
  return <Icon size={size} stroke={size < 12 ? 2.5 : 2} aria-hidden="true" />;
}

/** The kind of a session by name, shape and colour. */
export function TypeTag({ type }: { type: DevType }) {
  const { t } = useTranslation();
  return (
    <span className={`tag dev-type dev-type-${type}`}>
      <DevTypeIcon type={type} size={12} />
      {t(`devSessions.type.${type}`)}
    </span>
  );
}
