import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';

/** A way to set something up, told when it is asked for. */
export function SetUp({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className="surface set-up">
      <button
        type="button"
        className="set-up-head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon size={16} aria-hidden />
        {title}
      </button>
      {isOpen && (
        <div className="set-up-body" id={id}>
          {children}
        </div>
      )}
    </div>
  );
}
