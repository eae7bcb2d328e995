import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import type { Agency } from '../../api/types.js';
import { Form, fields, tellDone } from '../../kit/index.js';
import { FactField } from '../settings/fact-field.js';
import { FACT_FIELDS, FACTS } from '../settings/facts.js';

const DETAILS = fields(FACT_FIELDS);

export function DetailsForm({ agency, onClose }: { agency: Agency; onClose: () => void }) {
  const { t } = useTranslation('platform');
  const change = useSend('patch', '/v1/platform/agencies/{id}', {
    refreshes: ['/v1/platform/agencies', '/v1/platform/agencies/{id}'],
  });
  return (
    <Form
      schema={DETAILS}
      submitLabel={t('save')}
      onCancel={onClose}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { path: { id: agency.id } }, body });
        tellDone(t('saved'));
        onClose();
      }}
    >
      <p className="text-muted">{t('changeEffect')}</p>
      {FACTS.map((fact) => (
        <FactField key={fact} fact={fact} agency={agency} />
      ))}
    </Form>
  );
}
