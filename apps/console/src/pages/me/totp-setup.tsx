import { useTranslation } from 'react-i18next';
import { type Answer, request } from '../../api/queries.js';
import { CodeField, Copyable, code, Form, fields, QrCode } from '../../kit/index.js';

type Secret = Answer<'/v1/me/totp', 'post'>;

const PROOF = fields({ code: code() });

interface Enrolment {
  secret: Secret;
  /** Called with the codes that come with a second step, to be shown once. */
  onCodes: (codes: readonly string[]) => Promise<void>;
  onEnd: () => void;
}

/** Scan, then prove with a code that it works; nothing has changed before. */
export function TotpSetup({ secret, onCodes, onEnd }: Enrolment) {
  const { t } = useTranslation('me');
  return (
    <Form
      schema={PROOF}
      submitLabel={t('totp.confirm')}
      onCancel={onEnd}
      onSubmit={async (body) => {
        const { recoveryCodes } = await request('post', '/v1/me/totp/confirm', { body });
        onEnd();
        await onCodes(recoveryCodes);
      }}
    >
      <p className="measure">{t('totp.scan')}</p>
      <QrCode text={secret.uri} label={t('totp.qr')} />
      <div className="grid gap-1">
        <p className="font-semibold">{t('totp.typeInstead')}</p>
        <Copyable text={secret.secret} label={t('totp.secret')} />
      </div>
      <CodeField name="code" label={t('totp.code')} description={t('totp.codeHint')} />
    </Form>
  );
}
