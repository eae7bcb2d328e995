import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useSend } from '../../api/queries.js';
import { Banner, Form, PageBody, PageHeader, Panel, PasswordField, TextField, tellDone } from '../../kit/index.js';
import { useNumberCrumbs } from './number-crumbs.js';
import { AgencyOnboarding } from './onboarding-stepper.js';

/** Takes what Meta's sign-up window hands over, and leads to the number that came of it. */
export default function SignUpNumberPage() {
  const { t } = useTranslation('platform');
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const crumbs = useNumberCrumbs(id);
  const signUp = useSend('post', '/v1/platform/agencies/{id}/embedded-signup', {
    refreshes: ['/v1/platform/agencies/{id}/numbers', '/v1/platform/agencies', '/v1/platform/portfolios'],
  });
  const metaId = (name: 'wabaId' | 'phoneNumberId' | 'businessId', label: string) => (
    <TextField
      name={name}
      isRequired
      isCode
      inputMode="numeric"
      label={label}
      description={t('idOfWindow', { name })}
    />
  );
  return (
    <PageBody width="reading">
      <PageHeader title={t('signUp')} lead={t('signUpLead')} crumbs={crumbs} />
      <AgencyOnboarding id={id} now="number" />
      <Form
        submitLabel={t('connect')}
        cancelTo={`/platform/agencies/${id}/numbers/new`}
        onSubmit={async (values) => {
          const number = await signUp.mutateAsync({
            params: { path: { id } },
            body: {
              code: values.raw('code').trim(),
              wabaId: values.text('wabaId'),
              phoneNumberId: values.text('phoneNumberId'),
              businessId: values.text('businessId'),
            },
          });
          tellDone(t('connected'));
          await navigate(`/platform/agencies/${id}/numbers/${number.id}`);
        }}
      >
        <Banner title={t('signUpSoon')}>{t('signUpSoonAdvice')}</Banner>
        <Panel title={t('fromWindow')}>
          {metaId('wabaId', t('wabaId'))}
          {metaId('phoneNumberId', t('phoneNumberId'))}
          {metaId('businessId', t('portfolioId'))}
          <PasswordField
            name="code"
            isRequired
            autoComplete="off"
            label={t('signUpCode')}
            description={t('signUpCodeHint')}
          />
        </Panel>
      </Form>
    </PageBody>
  );
}
