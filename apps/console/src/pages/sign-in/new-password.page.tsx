import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { request } from '../../api/queries.js';
import { Form, TextLink, tellDone } from '../../kit/index.js';
import { Card } from './card.js';
import { NewPasswordFields, newPasswordSchema } from './new-password.js';

/** From the link in a recovery mail. */
export default function NewPasswordPage() {
  const { t } = useTranslation('sign-in');
  const { token = '' } = useParams();
  const navigate = useNavigate();
  return (
    <Card title={t('choosePassword')} lead={t('choosePasswordLead')}>
      <Form
        schema={newPasswordSchema(t('notTheSame'))}
        fieldNames={{ newPassword: 'password' }}
        submitLabel={t('savePassword')}
        onSubmit={async ({ password: newPassword }) => {
          const body = { newPassword };
          await request('post', '/v1/recoveries/{token}', { params: { path: { token } }, body });
          tellDone(t('passwordSaved'));
          await navigate('/sign-in', { replace: true });
        }}
      >
        <NewPasswordFields />
      </Form>
      <p>
        <TextLink to="/sign-in/recover">{t('newLink')}</TextLink>
      </p>
    </Card>
  );
}
