import { useTranslation } from 'react-i18next';
import { Button, Dialog, later, useDialog } from '../../kit/index.js';
import type { Callback } from './endpoint-state.js';

const ReplayForm = later(async () => (await import('./replay-form.js')).ReplayForm);

/** Tells an endpoint again what happened in a time; how much that is comes first. */
export function Replay({ id }: Pick<Callback, 'id'>) {
  const { t } = useTranslation('callbacks');
  const dialog = useDialog();
  return (
    <>
      <Button onPress={dialog.open}>{t('replay.open')}</Button>
      <Dialog {...dialog.props} title={t('replay.title')}>
        <ReplayForm id={id} onClose={dialog.props.onClose} />
      </Dialog>
    </>
  );
}
