import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../api/queries.js';
import { loadArea } from '../../i18n/i18n.js';
import { Form, type FormValues, PageBody, PageHeader, Panel, TextField, tellDone } from '../../kit/index.js';
import { FactField } from '../settings/fact-field.js';
import { wordsOf } from '../settings/facts.js';
import { OnboardingStepper } from './onboarding-stepper.js';

await loadArea('settings');

/** A new agency has them or not; there is nothing to take away. */
function optionalFactsOf(values: FormValues): { legalName?: string; country?: string; emailDomains: string[] } {
  const [legalName, country] = [values.optional('legalName'), values.optional('country')?.toUpperCase()];
  const emailDomains = wordsOf(values.text('emailDomains'));
  return { emailDomains, ...(legalName ? { legalName } : {}), ...(country ? { country } : {}) };
}

function firstAdminOf(values: FormValues): { firstAdmin?: { email: string; name: string } } {
  const email = values.text('adminEmail');
  return email ? { firstAdmin: { email, name: values.text('adminName') } } : {};
}

/** The first step of taking in an agency: who it is, and who runs it. */
export default function NewAgencyPage() {
  const { t } = useTranslation('platform');
  const navigate = useNavigate();
  const add = useSend('post', '/v1/platform/agencies', { refreshes: ['/v1/platform/agencies'] });
  return (
    <PageBody width="reading">
      <PageHeader title={t('add')} lead={t('addLead')} crumbs={[{ label: t('title'), to: '/platform' }]} />
      <OnboardingStepper now="details" done={[]} />
      <Form
        submitLabel={t('add')}
        cancelTo="/platform"
        fieldNames={{ 'firstAdmin.email': 'adminEmail', 'firstAdmin.name': 'adminName' }}
        check={(values): Record<string, string> =>
          values.text('adminEmail') && !values.text('adminName') ? { adminName: t('adminNameNeeded') } : {}
        }
        onSubmit={async (values) => {
          const name = values.text('name');
          const { id } = await add.mutateAsync({
            body: {
              name,
              ...optionalFactsOf(values),
              slug: values.text('slug'),
              defaultLanguage: values.text('defaultLanguage'),
              timeZone: values.text('timeZone'),
              ...firstAdminOf(values),
            },
          });
          tellDone(t('added', { name }));
          await navigate(`/platform/agencies/${id}`);
        }}
      >
        <Panel title={t('details')}>
          <FactField fact="name" agency={{}} />
          <TextField name="slug" isRequired isCode width="short" label={t('slug')} description={t('slugHint')} />
          <FactField fact="legal-name" agency={{}} />
          <FactField fact="country" agency={{}} />
          <FactField fact="language" agency={{}} />
          <FactField fact="time-zone" agency={{}} />
          <FactField fact="email-domains" agency={{}} />
        </Panel>
        <Panel title={t('firstAdmin')}>
          <p className="measure text-muted">{t('firstAdminHint')}</p>
          <TextField name="adminEmail" type="email" isOptional autoComplete="off" label={t('adminEmail')} />
          <TextField name="adminName" isOptional autoComplete="off" label={t('adminName')} />
        </Panel>
      </Form>
    </PageBody>
  );
}
