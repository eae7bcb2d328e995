import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import {
  DescriptionList,
  Form,
  fields,
  Name,
  PageBody,
  PageHeader,
  Panel,
  TextField,
  TextLink,
  Time,
  tellDone,
  text,
} from '../../kit/index.js';
import { type Membership, useMe, useMeAgain } from '../../session/me.js';
import { startPath } from '../../shell/navigation.js';

const LONGEST_NAME = 200;
const PROFILE = fields({ name: text() });

function MembershipRoles({ membership }: { membership: Membership }) {
  const { t } = useTranslation('me');
  return (
    <span className="grid">
      <span>{membership.roles.map((role) => t(`roles.${role}`, { defaultValue: role })).join(' · ')}</span>
      {membership.until && (
        <span className="text-sm text-muted">
          {t('profile.until')} <Time at={membership.until} show="exact" />
        </span>
      )}
    </span>
  );
}

/** Who one is here: one's name, and what one may do where. */
export default function ProfilePage() {
  const { t } = useTranslation('me');
  const { name, email, memberships } = useMe();
  const readAgain = useMeAgain();
  const change = useSend('patch', '/v1/me', { onDone: readAgain });
  return (
    <PageBody width="reading">
      <PageHeader title={t('profile.title')} lead={t('profile.lead')} />
      <Panel title={t('profile.who')}>
        <DescriptionList facts={[{ label: t('profile.email'), value: <Name>{email}</Name> }]} />
        <Form
          schema={PROFILE}
          submitLabel={t('save')}
          onSubmit={async (body) => {
            await change.mutateAsync({ body });
            tellDone(t('profile.saved'));
          }}
        >
          <TextField
            name="name"
            label={t('profile.name')}
            description={t('profile.nameHint')}
            defaultValue={name}
            maxLength={LONGEST_NAME}
            autoComplete="name"
          />
        </Form>
      </Panel>
      <Panel title={t('profile.memberships')}>
        {memberships.length === 0 ? (
          <p className="text-muted">{t('profile.noMembership')}</p>
        ) : (
          <DescriptionList
            facts={memberships.map((membership) => ({
              label: membership.agency.name,
              value: <MembershipRoles membership={membership} />,
              action: <TextLink to={startPath(membership)}>{t('profile.open')}</TextLink>,
            }))}
          />
        )}
        <p className="measure text-sm text-muted">{t('profile.rolesHint')}</p>
      </Panel>
    </PageBody>
  );
}
