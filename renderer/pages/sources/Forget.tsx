import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What the button does, in a word or two. */
  readonly label: string;
  readonly name: string;
  /** The question before it is done. */
  readonly ask: string;
  readonly isBusy: boolean;
  readonly onForget: () => void;
}

/** A bin that asks once, in its own place. */
export function Forget({ label, name, ask, isBusy, onForget }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Tooltip label={label}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${label}: ${name}`}
          onClick={() => setAsking(true)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    );
  return (
    <div className="source-ask">
      <span>{ask}</span>
      <Button
        size="compact-sm"
        className="danger"
        variant="light"
        autoFocus
        disabled={isBusy}
        onClick={onForget}
      >
        {label}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsking(false)}>
        {t('app.cancel')}
      </Button>
    </div>
  );
}
