import { Button, Popover } from '@mantine/core';
import { IconCopy, IconDownload, IconFileZip, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportAsked, ReportShape } from '#shared/contract/report-operations.ts';
import type { ReportFormat } from '#shared/reports/file-formats.ts';
import type { ReportId } from '#shared/reports/questions.ts';
import { client } from '../../client/connect.ts';
import { say, sayProblem } from '../../hooks/change.ts';

interface Props {
  readonly report: string;
  readonly asked: ReportAsked;
  readonly formats: readonly ReportFormat[];
  /** By name, as the settings have them. */
  readonly ownFormats: readonly string[];
  readonly hasEvidence: boolean;
  readonly isDisabled: boolean;
}

type File = NonNullable<ReportShape['file']>;

/** Taking a report along: as a file in every format there is, as text for somewhere else, or on paper. */
export function TakeAway({ report, asked, formats, ownFormats, hasEvidence, isDisabled }: Props) {
  const { t, i18n } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const language = i18n.language === 'de' ? 'de' : 'en';
  const fetchFile = async (wish: Pick<ReportAsked, 'format' | 'evidence' | 'as'>): Promise<File> => {
    const { file } = await client.report[report as ReportId]({
      ...asked,
      details: undefined,
      language,
      fileOnly: true,
      ...wish,
    });
    if (file === null) throw new Error('no file came');
    return file;
  };
  const save = useMutation({
    mutationFn: fetchFile,
    networkMode: 'always',
    onSuccess: (file) => {
      setIsOpen(false);
      handOver(file);
      say(t('reports.saved', { name: file.name }));
    },
    onError: sayProblem,
  });
  const copy = useMutation({
    mutationFn: async (format: ReportFormat) => {
      const { text } = await fetchFile({ format });
      const isCopied = await navigator.clipboard.writeText(text ?? '').then(
        () => true,
        () => false,
      );
      return { format, isCopied };
    },
    networkMode: 'always',
    onSuccess: ({ format, isCopied }) => {
      if (isCopied) setIsOpen(false);
      say(
        isCopied ? t('reports.copied', { format: t(`reports.formats.${format}`) }) : t('reports.copyFailed'),
      );
    },
    onError: sayProblem,
  });
  const isBusy = save.isPending || copy.isPending;
  return (
    <div className="report-actions">
      <Button
        size="compact-md"
        variant="subtle"
        color="gray"
        leftSection={<IconPrinter size={16} aria-hidden />}
        disabled={isDisabled}
        onClick={() => window.print()}
      >
        {t('reports.print')}
      </Button>
      <Popover
        opened={isOpen}
        onChange={setIsOpen}
        trapFocus
        returnFocus
        position="bottom-end"
        shadow="md"
        width={320}
      >
        <Popover.Target>
          <Button
            size="compact-md"
            variant="light"
            leftSection={<IconDownload size={16} aria-hidden />}
            disabled={isDisabled}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('reports.download')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <ul className="report-formats" aria-label={t('reports.download')} aria-busy={isBusy}>
            {formats.map((format) => {
              const name = t(`reports.formats.${format}`);
              return (
                <li key={format}>
                  <button
                    type="button"
                    className="report-format"
                    aria-label={t('reports.downloadAs', { format: name })}
                    aria-disabled={isBusy}
                    onClick={() => !isBusy && save.mutate({ format })}
                  >
                    <IconDownload size={15} aria-hidden />
                    {name}
                  </button>
                  {!isBinary(format) && (
                    <button
                      type="button"
                      className="report-format report-copy"
                      aria-label={t('reports.copyAs', { format: name })}
                      aria-disabled={isBusy}
                      onClick={() => !isBusy && copy.mutate(format)}
                    >
                      <IconCopy size={15} aria-hidden />
                      {t('reports.copy')}
                    </button>
                  )}
                </li>
              );
            })}
            {ownFormats.map((name) => (
              <li key={`own ${name}`}>
                <button
                  type="button"
                  className="report-format"
                  aria-label={t('reports.downloadAs', { format: name })}
                  aria-disabled={isBusy}
                  onClick={() => !isBusy && save.mutate({ as: name })}
                >
                  <IconDownload size={15} aria-hidden />
                  {name}
                </button>
              </li>
            ))}
            {hasEvidence && (
              <li>
                <button
                  type="button"
                  className="report-format"
                  aria-disabled={isBusy}
                  onClick={() => !isBusy && save.mutate({ evidence: true })}
                >
                  <IconFileZip size={15} aria-hidden />
                  <span>
                    {t('reports.evidence')}
                    <small>{t('reports.evidenceHint')}</small>
                  </span>
                </button>
              </li>
            )}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

const isBinary = (format: ReportFormat): boolean => format === 'xlsx' || format === 'pdf';

/** Gives a file to the browser, which asks or puts it where downloads go. */
function handOver({ name, mediaType, text, base64 }: File): void {
  const bytes = text ?? Uint8Array.from(atob(base64 ?? ''), (letter) => letter.codePointAt(0) ?? 0);
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; what it reads from must outlive this call.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
