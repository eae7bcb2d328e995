import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepSession } from '../api/access-token.js';
import { request } from '../api/queries.js';
import { Button, CodeField, code, Dialog, ErrorState, Form, fields, PasswordField, secret } from '../kit/index.js';
import { useMe } from '../session/me.js';
import { askForPasskey } from '../session/passkey.js';

const CODE = fields({ code: code() });
const PASSWORD = fields({ password: secret() });

type Proof = { password: string } | { code: string };

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

/** Asks for the proof; the act that waits for it goes on by itself. */
export function StepUpDialog({ onEnd }: { onEnd: (isProved: boolean) => void }) {
  const { t } = useTranslation('shell');
  const { factors } = useMe();
  async function prove(body: Proof): Promise<void> {
    keepSession(await request('post', '/v1/me/step-up', { body }));
    onEnd(true);
  }
  return (
    <Dialog title={t('stepUp.title')} isOpen onClose={() => onEnd(false)}>
      <p className="measure">{t('stepUp.lead')}</p>
      {factors.passkeys > 0 && <PasskeyProof onDone={() => onEnd(true)} />}
      {factors.totp ? (
        <Form schema={CODE} submitLabel={t('stepUp.submit')} onSubmit={prove}>
          <CodeField name="code" label={t('stepUp.code')} />
        </Form>
      ) : (
        factors.passkeys === 0 && (
          <Form schema={PASSWORD} submitLabel={t('stepUp.submit')} onSubmit={prove}>
            <PasswordField name="password" label={t('stepUp.password')} autoComplete="current-password" />
          </Form>
        )
      )}
    </Dialog>
  );
}
