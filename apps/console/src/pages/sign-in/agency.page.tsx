import { useTranslation } from 'react-i18next';
import { request } from '../../api/queries.js';
import { Form, fields, TextField, TextLink, text } from '../../kit/index.js';
import { Card } from './card.js';

const AGENCY = fields({ agency: text() });

/** Sign-in at the agency's own sign-in service. */
export default function AgencySignInPage() {
  const { t } = useTranslation('sign-in');
  return (
    <Card title={t('agency.title')} lead={t('agency.lead')}>
      <Form
        schema={AGENCY}
        submitLabel={t('continue')}
        onSubmit={async (body) => {
          const { redirectTo } = await request('post', '/v1/sso/start', { body });
          location.assign(redirectTo);
        }}
      >
        <TextField name="agency" label={t('agency.name')} description={t('agency.hint')} isCode />
      </Form>
      <p>
        <TextLink to="/sign-in">{t('back')}</TextLink>
      </p>
    </Card>
  );
}
