import { Fingerprint } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepSession } from '../api/access-token.js';
import { request } from '../api/queries.js';
import { onStepUp } from '../api/step-up.js';
import { Button, CodeField, Dialog, ErrorState, Form, PasswordField } from '../kit/index.js';
import { useMe } from '../session/me.js';
import { askForPasskey } from '../session/passkey.js';

type Proof = { password: string } | { code: string };

/** The waiting request; called with whether the person has proved who they are. */
type Waiting = (isProved: boolean) => void;

function PasskeyProof({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('shell');
  const [error, setError] = useState<unknown>();
  async function prove(): Promise<void> {
    try {
      const { challengeId, options } = await request('post', '/v1/me/step-up/options');
      const response = await askForPasskey(options);
      keepSession(await request('post', '/v1/me/step-up', { body: { passkey: { challengeId, response } } }));
      onDone();
    } catch (failure) {
      setError(failure);
    }
  }
  return (
    <div className="grid gap-3">
      {error !== undefined && <ErrorState error={error} />}
      <div>
        <Button kind="primary" icon={Fingerprint} onPress={() => void prove()}>
          {t('stepUp.passkey')}
        </Button>
      </div>
    </div>
  );
}

/** Before a dangerous act: who is there proves it once more, and the act goes on by itself. */
export function StepUpDialog() {
  const { t } = useTranslation('shell');
  const { factors } = useMe();
  const [waiting, setWaiting] = useState<Waiting>();
  useEffect(() => {
    onStepUp(() => new Promise((resolve) => setWaiting(() => resolve)));
    return () => onStepUp(undefined);
  }, []);
  const end = (isProved: boolean) => {
    waiting?.(isProved);
    setWaiting(undefined);
  };
  async function prove(body: Proof): Promise<void> {
    keepSession(await request('post', '/v1/me/step-up', { body }));
    end(true);
  }
  return (
    <Dialog title={t('stepUp.title')} isOpen={waiting !== undefined} onClose={() => end(false)}>
      <p className="measure">{t('stepUp.lead')}</p>
      {factors.passkeys > 0 && <PasskeyProof onDone={() => end(true)} />}
      {factors.totp ? (
        <Form
          submitLabel={t('stepUp.submit')}
          onSubmit={(values) => prove({ code: values.text('code').replace(/\s/g, '') })}
        >
          <CodeField name="code" label={t('stepUp.code')} isRequired />
        </Form>
      ) : (
        factors.passkeys === 0 && (
          <Form submitLabel={t('stepUp.submit')} onSubmit={(values) => prove({ password: values.raw('password') })}>
            <PasswordField name="password" label={t('stepUp.password')} autoComplete="current-password" isRequired />
          </Form>
        )
      )}
    </Dialog>
  );
}
