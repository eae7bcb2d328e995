import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../api/queries.js';
import { Form, PageBody, PageHeader, TextField, tellDone } from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { departmentSchema } from './quota.js';
import { QuotaFields } from './quota-fields.js';

export default function NewDepartmentPage() {
  const { t } = useTranslation('departments');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const add = useSend('post', '/v1/departments', { refreshes: ['/v1/departments'] });
  return (
    <PageBody width="reading">
      <PageHeader title={t('add')} lead={t('addLead')} crumbs={[{ label: t('title'), to: to('/departments') }]} />
      <Form
        schema={departmentSchema(t('wholeNumber'))}
        submitLabel={t('add')}
        cancelTo={to('/departments')}
        onSubmit={async (body) => {
          const { id } = await add.mutateAsync({ body });
          tellDone(t('added', { name: body.name }));
          await navigate(to(`/departments/${id}`));
        }}
      >
        <TextField name="name" autoComplete="off" label={t('name')} description={t('nameHint')} />
        <QuotaFields />
      </Form>
    </PageBody>
  );
}
