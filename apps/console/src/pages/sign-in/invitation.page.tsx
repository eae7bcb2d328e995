import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { type Answer, request, useGet } from '../../api/queries.js';
import {
  DescriptionList,
  ErrorState,
  Form,
  fields,
  Name,
  type Schema,
  Skeleton,
  TextField,
  TextLink,
  Time,
  tellDone,
  text,
} from '../../kit/index.js';
import { Card } from './card.js';
import { NewPasswordFields, newcomerSchema } from './new-password.js';
import { useEnter } from './use-enter.js';

type Invitation = Answer<'/v1/invitations/{token}', 'get'>;

interface Accepted {
  name: string;
  password?: string;
}

const KNOWN = fields({ name: text() });

function Accept({ invitation, token }: { invitation: Invitation; token: string }) {
  const { t } = useTranslation('sign-in');
  const enter = useEnter();
  const navigate = useNavigate();
  const { agencyName, email, roles, expiresAt, needsPassword } = invitation;
  const schema: Schema<Accepted> = needsPassword ? newcomerSchema(t('notTheSame')) : KNOWN;
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
        schema={schema}
        submitLabel={t('invitation.accept')}
        onSubmit={async ({ name, password }) => {
          const body = { name, ...(password ? { password } : {}) };
          const answer = await request('post', '/v1/invitations/{token}/accept', { params: { path: { token } }, body });
          if ('accessToken' in answer) return enter(answer);
          // Whoever has a second step already proves it: the invitation adds to their account and opens nothing.
          tellDone(t('invitation.signIn'));
          await navigate('/sign-in');
        }}
      >
        <TextField name="name" label={t('invitation.name')} autoComplete="name" />
        {needsPassword && <NewPasswordFields />}
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
