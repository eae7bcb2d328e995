import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../api/queries.js';
import { loadArea } from '../../i18n/i18n.js';
import {
  Form,
  fields,
  into,
  PageBody,
  PageHeader,
  Panel,
  rule,
  TextField,
  tellDone,
  text,
  textOrNothing,
} from '../../kit/index.js';
import { FactField } from '../settings/fact-field.js';
import { FACT_FIELDS } from '../settings/facts.js';
import { OnboardingStepper } from './onboarding-stepper.js';

await loadArea('settings');

const { retentionDays: _, ...FACTS } = FACT_FIELDS;

/** Whoever is named is invited; nobody need be. */
function newAgencySchema(nameNeeded: string) {
  const admin = fields({ email: textOrNothing(), name: textOrNothing() }).check(
    rule(({ email, name }) => email === '' || name !== '', nameNeeded, 'name'),
  );
  return fields({ ...FACTS, slug: text(), firstAdmin: into(admin, (named) => (named.email ? named : undefined)) });
}

/** The first step of taking in an agency: who it is, and who runs it. */
export default function NewAgencyPage() {
  const { t } = useTranslation('platform');
  const navigate = useNavigate();
  const add = useSend('post', '/v1/platform/agencies', { refreshes: ['/v1/platform/agencies'] });
  return (
    <PageBody width="reading">
      <PageHeader title={t('add')} lead={t('addLead')} crumbs={[{ label: t('title'), to: '/platform' }]} />
      <OnboardingStepper now="details" />
      <Form
        schema={newAgencySchema(t('adminNameNeeded'))}
        submitLabel={t('add')}
        cancelTo="/platform"
        onSubmit={async (body) => {
          const { id } = await add.mutateAsync({ body });
          tellDone(t('added', { name: body.name }));
          await navigate(`/platform/agencies/${id}`);
        }}
      >
        <Panel title={t('details')}>
          <FactField fact="name" agency={{}} />
          <TextField name="slug" isCode width="short" label={t('slug')} description={t('slugHint')} />
          <FactField fact="legal-name" agency={{}} isOptional />
          <FactField fact="country" agency={{}} isOptional />
          <FactField fact="language" agency={{}} />
          <FactField fact="time-zone" agency={{}} />
          <FactField fact="email-domains" agency={{}} />
        </Panel>
        <Panel title={t('firstAdmin')}>
          <p className="measure text-muted">{t('firstAdminHint')}</p>
          <TextField name="firstAdmin.email" type="email" isOptional autoComplete="off" label={t('adminEmail')} />
          <TextField name="firstAdmin.name" isOptional autoComplete="off" label={t('adminName')} />
        </Panel>
      </Form>
    </PageBody>
  );
}
