import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, request, useSend } from '../../api/queries.js';
import {
  Button,
  CodeField,
  ConfirmDialog,
  Copyable,
  code,
  ErrorState,
  Form,
  fields,
  Panel,
  Tag,
  tellDone,
  useDialog,
} from '../../kit/index.js';
import { useMe, useMeAgain } from '../../session/me.js';
import { QrCode } from './qr-code.js';

type Secret = Answer<'/v1/me/totp', 'post'>;

const PROOF = fields({ code: code() });

interface Enrolment {
  /** Called with the codes that come with a second step, to be shown once. */
  onCodes: (codes: readonly string[]) => Promise<void>;
}

/** Scan, then prove with a code that it works; nothing has changed before. */
function Setup({ secret, onCodes, onEnd }: Enrolment & { secret: Secret; onEnd: () => void }) {
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

function RemoveTotp() {
  const { t } = useTranslation('me');
  const dialog = useDialog();
  const readAgain = useMeAgain();
  const remove = useSend('delete', '/v1/me/totp', { onDone: readAgain });
  return (
    <>
      <Button onPress={dialog.open}>{t('totp.remove')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('totp.removeTitle')}
        confirmLabel={t('totp.remove')}
        onConfirm={async () => {
          await remove.mutateAsync({});
          tellDone(t('totp.removed'));
        }}
      >
        {t('totp.removeFacts')}
      </ConfirmDialog>
    </>
  );
}

export function TotpPanel({ onCodes }: Enrolment) {
  const { t } = useTranslation('me');
  const { factors } = useMe();
  const [secret, setSecret] = useState<Secret>();
  const begin = useSend('post', '/v1/me/totp', { onDone: setSecret });
  return (
    <Panel title={t('totp.title')} actions={factors.totp && <Tag tone="ok">{t('inUse')}</Tag>}>
      <p className="measure text-muted">{t('totp.lead')}</p>
      {begin.error && <ErrorState error={begin.error} />}
      {secret ? (
        <Setup secret={secret} onCodes={onCodes} onEnd={() => setSecret(undefined)} />
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button
            kind={factors.totp || factors.passkeys > 0 ? 'secondary' : 'primary'}
            icon={Smartphone}
            isPending={begin.isPending}
            onPress={() => begin.mutate({})}
          >
            {t(factors.totp ? 'totp.replace' : 'totp.begin')}
          </Button>
          {factors.totp && <RemoveTotp />}
        </div>
      )}
    </Panel>
  );
}
