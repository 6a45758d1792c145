import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { AskedOnce } from '../../components/AskedOnce.tsx';

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
  return (
    <div className="source-ask">
      <AskedOnce
        label={label}
        question={ask}
        isBusy={isBusy}
        onYes={onForget}
        first={(press, isBack) => (
          <Tooltip label={label}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${label}: ${name}`}
              autoFocus={isBack}
              onClick={press}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      />
    </div>
  );
}
