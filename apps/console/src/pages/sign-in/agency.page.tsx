import { useTranslation } from 'react-i18next';
import { request } from '../../api/queries.js';
import { Form, TextField, TextLink } from '../../kit/index.js';
import { Card } from './card.js';

/** Sign-in at the agency's own sign-in service. */
export default function AgencySignInPage() {
  const { t } = useTranslation('sign-in');
  return (
    <Card title={t('agency.title')} lead={t('agency.lead')}>
      <Form
        submitLabel={t('continue')}
        onSubmit={async (values) => {
          const { redirectTo } = await request('post', '/v1/sso/start', { body: { agency: values.text('agency') } });
          location.assign(redirectTo);
        }}
      >
        <TextField name="agency" label={t('agency.name')} description={t('agency.hint')} isCode isRequired />
      </Form>
      <p>
        <TextLink to="/sign-in">{t('back')}</TextLink>
      </p>
    </Card>
  );
}
