import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../api/queries.js';
import { Button, Code, ConfirmDialog, tellDone, useDialog } from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { ChangeCallback } from './change-callback.js';
import type { Callback } from './endpoint-state.js';
import { Replay } from './replay.js';

const REFRESHED = ['/v1/callbacks', '/v1/callbacks/{id}'] as const;

function SendTest({ id }: Pick<Callback, 'id'>) {
  const { t } = useTranslation('callbacks');
  const test = useSend('post', '/v1/callbacks/{id}/test', { refreshes: ['/v1/callbacks/{id}/attempts'] });
  return (
    <Button
      kind="primary"
      isPending={test.isPending}
      onPress={() => test.mutate({ params: { path: { id } } }, { onSuccess: () => tellDone(t('test.done')) })}
    >
      {t('test.open')}
    </Button>
  );
}

function TurnOff({ id }: Pick<Callback, 'id'>) {
  const { t } = useTranslation('callbacks');
  const dialog = useDialog();
  const disable = useSend('post', '/v1/callbacks/{id}/disable', { refreshes: REFRESHED });
  return (
    <>
      <Button onPress={dialog.open}>{t('off.open')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('off.title')}
        confirmLabel={t('off.open')}
        onConfirm={async () => {
          await disable.mutateAsync({ params: { path: { id } } });
          tellDone(t('off.done'));
        }}
      >
        <p>{t('off.effect')}</p>
      </ConfirmDialog>
    </>
  );
}

function TurnOn({ id, waiting }: Pick<Callback, 'id' | 'waiting'>) {
  const { t } = useTranslation('callbacks');
  const dialog = useDialog();
  const enable = useSend('post', '/v1/callbacks/{id}/enable', { refreshes: REFRESHED });
  return (
    <>
      <Button kind="primary" onPress={dialog.open}>
        {t('on.open')}
      </Button>
      <ConfirmDialog
        {...dialog.props}
        isDanger={false}
        title={t('on.title')}
        confirmLabel={t('on.open')}
        onConfirm={async () => {
          await enable.mutateAsync({ params: { path: { id } } });
          tellDone(t('on.done'));
        }}
      >
        <p>{t('on.effect', { count: waiting })}</p>
      </ConfirmDialog>
    </>
  );
}

function Remove({ id, url }: Pick<Callback, 'id' | 'url'>) {
  const { t } = useTranslation('callbacks');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const dialog = useDialog();
  const remove = useSend('delete', '/v1/callbacks/{id}', { refreshes: ['/v1/callbacks'] });
  const host = new URL(url).host;
  return (
    <>
      <Button onPress={dialog.open}>{t('remove.open')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('remove.title')}
        confirmLabel={t('remove.open')}
        typed={host}
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { id } } });
          tellDone(t('remove.done'));
          void navigate(to('/developers/callbacks'));
        }}
      >
        <p>{t('remove.effect')}</p>
        <p>
          <Code>{url}</Code>
        </p>
      </ConfirmDialog>
    </>
  );
}

/** What can be done with an endpoint; while it is off, nothing goes out. */
export function CallbackActs({ callback }: { callback: Callback }) {
  const isOff = callback.state === 'off';
  return (
    <>
      {isOff ? <TurnOn {...callback} /> : <SendTest {...callback} />}
      {!isOff && <Replay {...callback} />}
      <ChangeCallback callback={callback} />
      {!isOff && <TurnOff {...callback} />}
      <Remove {...callback} />
    </>
  );
}
