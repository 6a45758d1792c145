import { Tooltip } from '@mantine/core';
import { cloneElement, useState } from 'react';
import type { HTMLAttributes, ReactElement } from 'react';

interface Props {
  readonly label: string;
  readonly disabled?: boolean;
  readonly children: ReactElement<HTMLAttributes<HTMLElement>>;
}

/** A word at a button for the pointer that rests on it. Nothing of it is there before one comes: a page has a dozen of these. */
export function Hint({ label, disabled = false, children }: Props) {
  const [at, setAt] = useState<HTMLElement | null>(null);
  return (
    <>
      {cloneElement(children, {
        onPointerEnter: (event) => {
          children.props.onPointerEnter?.(event);
          setAt(event.currentTarget);
        },
      })}
      {at !== null && <Tooltip target={at} label={label} disabled={disabled} />}
    </>
  );
}
