import { useTranslation } from 'react-i18next';
import { Button, Dialog, later, useDialog } from '../../kit/index.js';
import type { Callback } from './endpoint-state.js';

const ChangeForm = later(async () => (await import('./change-form.js')).ChangeForm);

export function ChangeCallback({ callback }: { callback: Callback }) {
  const { t } = useTranslation('callbacks');
  const dialog = useDialog();
  return (
    <>
      <Button onPress={dialog.open}>{t('change')}</Button>
      <Dialog {...dialog.props} title={t('changeTitle')}>
        <ChangeForm callback={callback} onClose={dialog.props.onClose} />
      </Dialog>
    </>
  );
}
