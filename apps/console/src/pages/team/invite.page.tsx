import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useGet, useSend } from '../../api/queries.js';
import { CheckboxGroup, Form, PageBody, PageHeader, TextField, tellDone } from '../../kit/index.js';
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
        submitLabel={t('sendInvitation')}
        cancelTo={to('/team')}
        check={(values): Record<string, string> =>
          values.list('roles').length === 0 ? { roles: t('chooseRole') } : {}
        }
        onSubmit={async (values) => {
          const email = values.text('email');
          const name = values.optional('name');
          await invite.mutateAsync({ body: { email, roles: values.list('roles'), ...(name ? { name } : {}) } });
          tellDone(t('invited', { email }));
          await navigate(to('/team'));
        }}
      >
        <TextField
          name="email"
          type="email"
          isRequired
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
