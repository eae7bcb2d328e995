import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useGet, useSend } from '../../api/queries.js';
import {
  CheckboxGroup,
  Form,
  fields,
  list,
  optionalText,
  PageBody,
  PageHeader,
  TextField,
  tellDone,
  text,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { useRoleChoices } from './role-choices.js';

/** Says whose addresses can be invited, where the agency has settled that. */
function DomainsHint() {
  const { t } = useTranslation('team');
  const { data } = useGet('/v1/agency');
  if (!data || data.emailDomains.length === 0) return t('emailHint');
  return t('emailDomains', { domains: data.emailDomains.join(', '), count: data.emailDomains.length });
}

export default function InvitePage() {
  const { t } = useTranslation('team');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const knowsDomains = useMay('agency:read');
  const choices = useRoleChoices();
  const invite = useSend('post', '/v1/invitations', { refreshes: ['/v1/invitations'] });
  return (
    <PageBody width="reading">
      <PageHeader title={t('invite')} lead={t('inviteLead')} crumbs={[{ label: t('title'), to: to('/team') }]} />
      <Form
        schema={fields({ email: text(), name: optionalText(), roles: list(t('chooseRole')) })}
        submitLabel={t('sendInvitation')}
        cancelTo={to('/team')}
        onSubmit={async (body) => {
          await invite.mutateAsync({ body });
          tellDone(t('invited', { email: body.email }));
          await navigate(to('/team'));
        }}
      >
        <TextField
          name="email"
          type="email"
          autoComplete="off"
          label={t('email')}
          description={knowsDomains ? <DomainsHint /> : t('emailHint')}
        />
        <TextField name="name" label={t('name')} isOptional autoComplete="off" />
        <CheckboxGroup name="roles" label={t('rolesLabel')} description={t('rolesHint')} choices={choices} />
      </Form>
    </PageBody>
  );
}
