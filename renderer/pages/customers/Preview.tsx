import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shownPageQuery } from '../../client/customer-queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';

/** The page of the customer's door, to the letter, in a frame that may do nothing. */
export function Preview({ customer, onClose }: { customer: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(shownPageQuery(customer));
  return (
    <Modal
      opened
      onClose={onClose}
      size={1000}
      title={t('customers.previewTitle', { customer })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <p className="hint customer-preview-hint">{t('customers.previewHint')}</p>
      {data === undefined ? (
        <PageFallback error={error} retry={() => void refetch()} />
      ) : (
        <iframe
          className="customer-preview"
          title={t('customers.previewTitle', { customer })}
          sandbox=""
          srcDoc={data.text}
        />
      )}
    </Modal>
  );
}
