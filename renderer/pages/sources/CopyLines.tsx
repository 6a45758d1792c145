import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Lines to put somewhere else, and a button that takes them along; without a clipboard they are marked instead. */
export function CopyLines({ lines, label }: { lines: string; label: string }) {
  const { t } = useTranslation();
  const [isCopied, setIsCopied] = useState(false);
  const block = useRef<HTMLPreElement>(null);
  const mark = () => {
    if (block.current) window.getSelection()?.selectAllChildren(block.current);
  };
  const copy = () => {
    setIsCopied(false);
    navigator.clipboard.writeText(lines).then(() => setIsCopied(true), mark);
  };
  return (
    <div className="copy-lines">
      <pre ref={block} tabIndex={0} aria-label={label}>
        {lines}
      </pre>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={isCopied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        aria-label={`${t('sources.copy')}: ${label}`}
        onClick={copy}
      >
        {t(isCopied ? 'sources.copied' : 'sources.copy')}
      </Button>
    </div>
  );
}
