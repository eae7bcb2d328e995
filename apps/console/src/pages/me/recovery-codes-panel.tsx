import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { Banner, Button, ConfirmDialog, Panel, useDialog } from '../../kit/index.js';
import { useMe } from '../../session/me.js';

const FEW = 3;

/** For the day on which the telephone is gone. */
export function RecoveryCodesPanel({ onCodes }: { onCodes: (codes: readonly string[]) => Promise<void> }) {
  const { t } = useTranslation('me');
  const { recoveryCodesLeft, totp, passkeys } = useMe().factors;
  const dialog = useDialog();
  const make = useSend('post', '/v1/me/recovery-codes');
  if (!totp && passkeys === 0) return null;
  return (
    <Panel title={t('codes.title')}>
      <p className="measure text-muted">{t('codes.lead')}</p>
      {recoveryCodesLeft <= FEW ? (
        <Banner tone="warn" title={t('codes.left', { count: recoveryCodesLeft })}>
          {t('codes.fewAdvice')}
        </Banner>
      ) : (
        <p>{t('codes.left', { count: recoveryCodesLeft })}</p>
      )}
      <div>
        <Button onPress={dialog.open}>{t('codes.make')}</Button>
      </div>
      <ConfirmDialog
        {...dialog.props}
        title={t('codes.makeTitle')}
        confirmLabel={t('codes.make')}
        isDanger={false}
        onConfirm={async () => {
          const { recoveryCodes } = await make.mutateAsync({});
          dialog.props.onClose();
          await onCodes(recoveryCodes);
        }}
      >
        {t('codes.makeFacts')}
      </ConfirmDialog>
    </Panel>
  );
}
