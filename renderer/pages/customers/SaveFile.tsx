import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/connect.ts';
import { useChange } from '../../hooks/change.ts';

/** The customer's page as a file that needs nothing else: for a mail, say. */
export function SaveFile({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const save = useChange(() => client.dashboard.show({ customer, format: 'html' }), {
    stale: [],
    inOrder: false,
    done: ({ text, mediaType }) => download(`${fileNameOf(customer)}.html`, text, mediaType),
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconDownload size={14} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate(undefined)}
    >
      {t('customers.saveFile')}
    </Button>
  );
}

const fileNameOf = (customer: string): string => customer.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');

function download(name: string, text: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address));
}
