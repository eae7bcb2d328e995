import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../api/queries.js';
import { loadArea } from '../../i18n/i18n.js';
import {
  Form,
  fields,
  into,
  optionalText,
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

/** A new agency has them or not; there is nothing to take away. */
const OPTIONAL_FACTS = {
  legalName: optionalText(),
  country: into(optionalText(), (typed) => typed?.toUpperCase()),
};

/** Whoever is named is invited; nobody need be. */
function newAgencySchema(nameNeeded: string) {
  const admin = fields({ email: textOrNothing(), name: textOrNothing() }).check(
    rule(({ email, name }) => email === '' || name !== '', nameNeeded, 'name'),
  );
  const firstAdmin = into(admin, (named) => (named.email ? named : undefined));
  return fields({ ...FACTS, ...OPTIONAL_FACTS, slug: text(), firstAdmin });
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
          <FactField fact="legal-name" agency={{}} />
          <FactField fact="country" agency={{}} />
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
