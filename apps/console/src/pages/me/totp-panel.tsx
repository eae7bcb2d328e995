import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, useSend } from '../../api/queries.js';
import { Button, ConfirmDialog, ErrorState, later, Panel, Tag, tellDone, useDialog } from '../../kit/index.js';
import { useMe, useMeAgain } from '../../session/me.js';

type Secret = Answer<'/v1/me/totp', 'post'>;

// It draws the code that telephones scan, which few come here for.
const Setup = later(async () => (await import('./totp-setup.js')).TotpSetup);

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

/** `onCodes` is called with the codes that come with a second step, to be shown once. */
export function TotpPanel({ onCodes }: { onCodes: (codes: readonly string[]) => Promise<void> }) {
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
