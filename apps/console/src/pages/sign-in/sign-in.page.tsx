import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Session } from '../../api/access-token.js';
import { ApiError } from '../../api/problem.js';
import { request } from '../../api/queries.js';
import {
  Button,
  ErrorState,
  type Filled,
  Form,
  fields,
  PasswordField,
  secret,
  TextField,
  TextLink,
  text,
} from '../../kit/index.js';
import { askForPasskey, canUsePasskeys } from '../../session/passkey.js';
import { Card } from './card.js';
import { keepChallenge, type SecondStep } from './challenge.js';
import { useEnter } from './use-enter.js';

function PasskeySignIn({ onDone }: { onDone: (session: Session) => Promise<void> }) {
  const { t } = useTranslation('sign-in');
  const [error, setError] = useState<unknown>();
  async function signIn(): Promise<void> {
    try {
      const { challengeId, options } = await request('post', '/v1/sessions/passkey-options', { body: {} });
      const response = await askForPasskey(options);
      await onDone(await request('post', '/v1/sessions/passkey', { body: { challengeId, response } }));
    } catch (failure) {
      setError(failure);
    }
  }
  return (
    <div className="grid gap-4 border-t border-line-soft pt-5">
      {error !== undefined && <ErrorState error={error} />}
      <div>
        <Button icon={Fingerprint} onPress={() => void signIn()}>
          {t('passkey')}
        </Button>
      </div>
    </div>
  );
}

/** Sign-in at the agency's own service comes back here when it failed, with the code of why. */
function RefusedElsewhere({ code }: { code: string | null }) {
  if (!code) return null;
  return <ErrorState error={new ApiError({ status: 401, code })} />;
}

const CREDENTIALS = fields({ email: text(), password: secret() });

export default function SignInPage() {
  const { t } = useTranslation('sign-in');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const enter = useEnter();

  async function signIn(body: Filled<typeof CREDENTIALS>): Promise<void> {
    const answer = (await request('post', '/v1/sessions', { body })) as Session | SecondStep;
    if (!('challengeId' in answer)) return enter(answer);
    keepChallenge(answer);
    await navigate(`/sign-in/second-step?${search}`);
  }

  return (
    <Card title={t('title')} lead={t('lead')}>
      <RefusedElsewhere code={search.get('error')} />
      <Form schema={CREDENTIALS} onSubmit={signIn} submitLabel={t('submit')}>
        <TextField name="email" type="email" label={t('email')} autoComplete="username" />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" />
      </Form>
      {canUsePasskeys() && <PasskeySignIn onDone={enter} />}
      <ul className="grid gap-2">
        <li>
          <TextLink to="/sign-in/agency">{t('agencyLink')}</TextLink>
        </li>
        <li>
          <TextLink to="/sign-in/recover">{t('recoverLink')}</TextLink>
        </li>
      </ul>
    </Card>
  );
}
