import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import type { PhoneNumber } from '../../api/types.js';
import { Button, ConfirmDialog, Dialog, LinkButton, later, Panel, tellDone, useDialog } from '../../kit/index.js';
import { useNumberRoom } from './number-room.js';

const PinForm = later(async () => (await import('./pin-form.js')).PinForm);

function ChangePin({ id }: Pick<PhoneNumber, 'id'>) {
  const { t } = useTranslation('numbers');
  const dialog = useDialog();
  return (
    <>
      <Button onPress={dialog.open}>{t('changePin')}</Button>
      <Dialog {...dialog.props} title={t('changePin')}>
        <PinForm id={id} onClose={dialog.props.onClose} />
      </Dialog>
    </>
  );
}

function Subscribe({ id }: Pick<PhoneNumber, 'id'>) {
  const { t } = useTranslation('numbers');
  const { refreshes } = useNumberRoom();
  const subscribe = useSend('post', '/v1/numbers/{id}/subscribe', {
    refreshes: [...refreshes, '/v1/numbers/{id}/health'],
  });
  return (
    <div className="grid gap-1">
      <div>
        <Button
          isPending={subscribe.isPending}
          onPress={() => subscribe.mutate({ params: { path: { id } } }, { onSuccess: () => tellDone(t('subscribed')) })}
        >
          {t('subscribe')}
        </Button>
      </div>
      <p className="text-sm text-muted">{t('subscribeHint')}</p>
    </div>
  );
}

function Deregister({ id, displayPhoneNumber }: PhoneNumber) {
  const { t } = useTranslation('numbers');
  const { refreshes } = useNumberRoom();
  const dialog = useDialog();
  const deregister = useSend('post', '/v1/numbers/{id}/deregister', { refreshes });
  return (
    <>
      <Button kind="danger" onPress={dialog.open}>
        {t('deregister')}
      </Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('deregister')}
        confirmLabel={t('deregister')}
        typed={displayPhoneNumber}
        onConfirm={async () => {
          await deregister.mutateAsync({ params: { path: { id } } });
          tellDone(t('deregistered'));
        }}
      >
        {t('deregisterText', { number: displayPhoneNumber })}
      </ConfirmDialog>
    </>
  );
}

/** What is done to a number that is there, each for a reason of its own. */
export function Care({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const { to } = useNumberRoom();
  const isRegistered = number.state === 'connected' || number.state === 'registered';
  return (
    <Panel title={t('care')}>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={to(`/${number.id}/links`)}>{t('links')}</LinkButton>
        <LinkButton to={to(`/${number.id}/starters`)}>{t('starters')}</LinkButton>
        <LinkButton to={to(`/${number.id}/blocked`)}>{t('blocked')}</LinkButton>
        {isRegistered && <ChangePin id={number.id} />}
        {isRegistered && <Deregister {...number} />}
      </div>
      {number.hearsWebhooks === false && <Subscribe id={number.id} />}
    </Panel>
  );
}
