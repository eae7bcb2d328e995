import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { type Answer, request, useGet } from '../../api/queries.js';
import {
  DescriptionList,
  ErrorState,
  Form,
  Name,
  Skeleton,
  TextField,
  TextLink,
  Time,
  tellDone,
} from '../../kit/index.js';
import { Card } from './card.js';
import { NewPasswordFields, useSamePassword } from './new-password.js';
import { useEnter } from './use-enter.js';

type Invitation = Answer<'/v1/invitations/{token}', 'get'>;

function Accept({ invitation, token }: { invitation: Invitation; token: string }) {
  const { t } = useTranslation('sign-in');
  const enter = useEnter();
  const navigate = useNavigate();
  const samePassword = useSamePassword('password');
  const { agencyName, email, roles, expiresAt, needsPassword } = invitation;
  return (
    <Card title={t('invitation.title', { agency: agencyName })} lead={t('invitation.lead')}>
      <DescriptionList
        facts={[
          { label: t('email'), value: <Name>{email}</Name> },
          { label: t('invitation.roles'), value: roles.map((role) => t(`roles.${role}`)).join(' · ') },
          { label: t('invitation.until'), value: <Time at={expiresAt} show="exact" /> },
        ]}
      />
      <Form
        submitLabel={t('invitation.accept')}
        {...(needsPassword ? { check: samePassword } : {})}
        onSubmit={async (values) => {
          const password = needsPassword ? { password: values.raw('password') } : {};
          const body = { name: values.text('name'), ...password };
          const answer = await request('post', '/v1/invitations/{token}/accept', { params: { path: { token } }, body });
          if ('accessToken' in answer) return enter(answer);
          // Whoever has a second step already proves it: the invitation adds to their account and opens nothing.
          tellDone(t('invitation.signIn'));
          await navigate('/sign-in');
        }}
      >
        <TextField name="name" label={t('invitation.name')} autoComplete="name" isRequired />
        {needsPassword && <NewPasswordFields name="password" />}
      </Form>
    </Card>
  );
}

/** From the link in an invitation. */
export default function InvitationPage() {
  const { t } = useTranslation('sign-in');
  const { token = '' } = useParams();
  const { data, error } = useGet('/v1/invitations/{token}', { params: { path: { token } } });
  if (data) return <Accept invitation={data} token={token} />;
  return (
    <Card title={t('invitation.plainTitle')}>
      {error ? <ErrorState error={error} /> : <Skeleton />}
      <p>
        <TextLink to="/sign-in">{t('back')}</TextLink>
      </p>
    </Card>
  );
}
