import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import type { Agency } from '../../api/types.js';
import { Button, ConfirmDialog, Dialog, later, ReasonDialog, tellDone, useDialog } from '../../kit/index.js';

const REFRESHES = ['/v1/platform/agencies', '/v1/platform/agencies/{id}'] as const;

const DetailsForm = later(async () => (await import('./details-form.js')).DetailsForm);

export function ChangeDetails({ agency }: { agency: Agency }) {
  const { t } = useTranslation('platform');
  const dialog = useDialog();
  return (
    <>
      <Button onPress={dialog.open}>{t('change')}</Button>
      <Dialog {...dialog.props} title={t('changeTitle', { name: agency.name })}>
        <DetailsForm agency={agency} onClose={dialog.props.onClose} />
      </Dialog>
    </>
  );
}

export function Suspend({ agency: { id, name } }: { agency: Agency }) {
  const { t } = useTranslation('platform');
  const dialog = useDialog();
  const suspend = useSend('post', '/v1/platform/agencies/{id}/suspend', { refreshes: REFRESHES });
  return (
    <>
      <Button onPress={dialog.open}>{t('suspend')}</Button>
      <ReasonDialog
        {...dialog.props}
        isDanger
        title={t('suspendTitle', { name })}
        confirmLabel={t('suspendConfirm', { name })}
        onConfirm={async (reason) => {
          await suspend.mutateAsync({ params: { path: { id } }, body: { reason } });
          tellDone(t('suspended', { name }));
        }}
      >
        <p>{t('suspendEffect')}</p>
      </ReasonDialog>
    </>
  );
}

export function Reactivate({ agency: { id, name } }: { agency: Agency }) {
  const { t } = useTranslation('platform');
  const dialog = useDialog();
  const reactivate = useSend('post', '/v1/platform/agencies/{id}/reactivate', { refreshes: REFRESHES });
  return (
    <>
      <Button onPress={dialog.open}>{t('reactivate')}</Button>
      <ConfirmDialog
        {...dialog.props}
        isDanger={false}
        title={t('reactivateTitle', { name })}
        confirmLabel={t('reactivateConfirm', { name })}
        onConfirm={async () => {
          await reactivate.mutateAsync({ params: { path: { id } } });
          tellDone(t('reactivated', { name }));
        }}
      >
        <p>{t('reactivateEffect')}</p>
      </ConfirmDialog>
    </>
  );
}

export function Close({ agency: { id, name } }: { agency: Agency }) {
  const { t } = useTranslation('platform');
  const dialog = useDialog();
  const close = useSend('post', '/v1/platform/agencies/{id}/close', { refreshes: REFRESHES });
  return (
    <>
      <Button onPress={dialog.open}>{t('closeAgency')}</Button>
      <ReasonDialog
        {...dialog.props}
        isDanger
        title={t('closeTitle', { name })}
        confirmLabel={t('closeConfirm', { name })}
        acknowledge={t('closeAcknowledge')}
        onConfirm={async (reason) => {
          await close.mutateAsync({ params: { path: { id } }, body: { reason } });
          tellDone(t('closed', { name }));
        }}
      >
        <p>{t('closeEffect')}</p>
      </ReasonDialog>
    </>
  );
}
