import { useTranslation } from 'react-i18next';
import { type Answer, request } from '../../api/queries.js';
import { Form } from '../../kit/index.js';

export type Secret = Answer<'/v1/callbacks/{id}/secret', 'get'>;

export function RevealForm({
  id,
  onReveal,
  onClose,
}: {
  id: string;
  onReveal: (secret: Secret) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('callbacks');
  return (
    <Form
      submitLabel={t('reveal.confirm')}
      onCancel={onClose}
      onSubmit={async () => onReveal(await request('get', '/v1/callbacks/{id}/secret', { params: { path: { id } } }))}
    >
      <p className="measure">{t('reveal.lead')}</p>
    </Form>
  );
}
