import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Session } from '../../api/access-token.js';
import { request } from '../../api/queries.js';
import { Form, type FormValues, PasswordField, TextField, TextLink } from '../../kit/index.js';
import { enter } from '../../session/enter.js';
import { safeTarget } from '../../session/safe-target.js';
import { Card } from './card.js';
import { keepChallenge, type SecondStep } from './challenge.js';

export default function SignInPage() {
  const { t } = useTranslation('sign-in');
  const [search] = useSearchParams();
  const navigate = useNavigate();

  async function signIn(values: FormValues): Promise<void> {
    const body = { email: values.text('email'), password: values.raw('password') };
    const answer = (await request('post', '/v1/sessions', { body })) as Session | SecondStep;
    const to = search.get('to');
    if ('challengeId' in answer) {
      keepChallenge(answer);
      await navigate(`/sign-in/second-step${to ? `?to=${encodeURIComponent(to)}` : ''}`);
      return;
    }
    enter(answer);
    await navigate(safeTarget(to), { replace: true });
  }

  return (
    <Card title={t('title')} lead={t('lead')}>
      <Form onSubmit={signIn} submitLabel={t('submit')}>
        <TextField name="email" type="email" label={t('email')} autoComplete="username" isRequired />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" isRequired />
      </Form>
      <p>
        <TextLink to="/sign-in/recover">{t('recoverLink')}</TextLink>
      </p>
    </Card>
  );
}
