import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useSend } from '../../api/queries.js';
import {
  Banner,
  Form,
  fields,
  into,
  PageBody,
  PageHeader,
  Panel,
  PasswordField,
  secret,
  TextField,
  tellDone,
  text,
} from '../../kit/index.js';
import { useNumberCrumbs } from './number-crumbs.js';
import { AgencyOnboarding } from './onboarding-stepper.js';

/** What the window calls its ids. https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/implementation */
const NAMES_OF_META = { wabaId: 'waba_id', phoneNumberId: 'phone_number_id', businessId: 'business_id' } as const;

const SIGN_UP = fields({
  wabaId: text(),
  phoneNumberId: text(),
  businessId: text(),
  code: into(secret(), (pasted) => pasted.trim()),
});

/** Takes what Meta's sign-up window hands over, and leads to the number that came of it. */
export default function SignUpNumberPage() {
  const { t } = useTranslation('platform');
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const crumbs = useNumberCrumbs(id);
  const signUp = useSend('post', '/v1/platform/agencies/{id}/embedded-signup', {
    refreshes: ['/v1/platform/agencies/{id}/numbers', '/v1/platform/agencies', '/v1/platform/portfolios'],
  });
  const metaId = (field: keyof typeof NAMES_OF_META, label: string) => (
    <TextField
      name={field}
      isCode
      inputMode="numeric"
      label={label}
      description={t('idOfWindow', { name: NAMES_OF_META[field] })}
    />
  );
  return (
    <PageBody width="reading">
      <PageHeader title={t('signUp')} lead={t('signUpLead')} crumbs={crumbs} />
      <AgencyOnboarding id={id} now="number" />
      <Form
        schema={SIGN_UP}
        submitLabel={t('connect')}
        cancelTo={`/platform/agencies/${id}/numbers/new`}
        onSubmit={async (body) => {
          const number = await signUp.mutateAsync({ params: { path: { id } }, body });
          tellDone(t('connected'));
          await navigate(`/platform/agencies/${id}/numbers/${number.id}`);
        }}
      >
        <Banner title={t('signUpSoon')}>{t('signUpSoonAdvice')}</Banner>
        <Panel title={t('fromWindow')}>
          {metaId('wabaId', t('wabaId'))}
          {metaId('phoneNumberId', t('phoneNumberId'))}
          {metaId('businessId', t('portfolioId'))}
          <PasswordField name="code" autoComplete="off" label={t('signUpCode')} description={t('signUpCodeHint')} />
        </Panel>
      </Form>
    </PageBody>
  );
}
