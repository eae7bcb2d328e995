import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { request } from '../../api/queries.js';
import {
  Button,
  CodeField,
  code,
  ErrorState,
  type Filled,
  Form,
  fields,
  TextField,
  TextLink,
} from '../../kit/index.js';
import { askForPasskey } from '../../session/passkey.js';
import { Card } from './card.js';
import { keptChallenge, type SecondStep } from './challenge.js';
import { useEnter } from './use-enter.js';

type Method = SecondStep['methods'][number];

function PasskeyStep({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('sign-in');
  const enter = useEnter();
  const [error, setError] = useState<unknown>();
  async function prove(): Promise<void> {
    try {
      const { options } = await request('post', '/v1/sessions/second-step/passkey-options', { body: { challengeId } });
      const passkey = await askForPasskey(options);
      await enter(await request('post', '/v1/sessions/second-step', { body: { challengeId, passkey } }));
    } catch (failure) {
      setError(failure);
    }
  }
  return (
    <div className="grid gap-4">
      {error !== undefined && <ErrorState error={error} />}
      <div>
        <Button kind="primary" icon={Fingerprint} onPress={() => void prove()}>
          {t('usePasskey')}
        </Button>
      </div>
    </div>
  );
}

const PROOF = fields({ code: code() });

function CodeStep({ challengeId, method }: { challengeId: string; method: Exclude<Method, 'passkey'> }) {
  const { t } = useTranslation('sign-in');
  const enter = useEnter();
  const isRecovery = method === 'recovery-code';
  async function prove({ code: typed }: Filled<typeof PROOF>): Promise<void> {
    const body = isRecovery ? { challengeId, recoveryCode: typed } : { challengeId, code: typed };
    await enter(await request('post', '/v1/sessions/second-step', { body }));
  }
  return (
    <Form schema={PROOF} onSubmit={prove} submitLabel={t('continue')} fieldNames={{ recoveryCode: 'code' }}>
      {isRecovery ? (
        <TextField
          key="recovery"
          name="code"
          label={t('recoveryCode')}
          description={t('recoveryCodeHint')}
          autoComplete="off"
          isCode
        />
      ) : (
        <CodeField key="totp" name="code" label={t('code')} description={t('codeHint')} />
      )}
    </Form>
  );
}

/** The second proof: one method at a time, the others a press away. */
export default function SecondStepPage() {
  const { t } = useTranslation('sign-in');
  const [search] = useSearchParams();
  const challenge = keptChallenge();
  const [chosen, choose] = useState<Method>();
  if (!challenge) return <Navigate to={`/sign-in?${search}`} replace />;
  const { challengeId, methods } = challenge;
  const method = chosen ?? methods[0] ?? 'totp';
  return (
    <Card title={t('secondStep')} lead={t('secondStepLead')}>
      {method === 'passkey' ? (
        <PasskeyStep challengeId={challengeId} />
      ) : (
        <CodeStep challengeId={challengeId} method={method} />
      )}
      <div className="flex flex-wrap gap-3 border-t border-line-soft pt-4">
        {methods
          .filter((other) => other !== method)
          .map((other) => (
            <Button key={other} kind="quiet" onPress={() => choose(other)}>
              {t(`instead.${other}`)}
            </Button>
          ))}
      </div>
      <p>
        <TextLink to={`/sign-in?${search}`}>{t('startAgain')}</TextLink>
      </p>
    </Card>
  );
}
