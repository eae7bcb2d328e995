import { Fingerprint } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Answer, request, useGet, useSend } from '../../api/queries.js';
import {
  Button,
  ConfirmDialog,
  DataTable,
  Dialog,
  type Filled,
  Form,
  fields,
  Loaded,
  Name,
  Panel,
  TextField,
  Time,
  tellDone,
  text,
  useDialog,
} from '../../kit/index.js';
import { useMeAgain } from '../../session/me.js';
import { canUsePasskeys } from '../../session/passkey.js';
import { makePasskey } from './new-passkey.js';

type Passkey = Answer<'/v1/me/passkeys', 'get'>['data'][number];

const LONGEST_NAME = 100;
const PASSKEY = fields({ name: text() });

function RemovePasskey({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation('me');
  const dialog = useDialog();
  const readAgain = useMeAgain();
  const remove = useSend('delete', '/v1/me/passkeys/{id}', { refreshes: ['/v1/me/passkeys'], onDone: readAgain });
  return (
    <>
      <Button kind="quiet" onPress={dialog.open} aria-label={t('passkeys.removeThis', { name: passkey.name })}>
        {t('passkeys.remove')}
      </Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('passkeys.removeTitle')}
        confirmLabel={t('passkeys.removeThis', { name: passkey.name })}
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { id: passkey.id } } });
          tellDone(t('passkeys.removed'));
        }}
      >
        {t('passkeys.removeFacts')}
      </ConfirmDialog>
    </>
  );
}

function AddPasskey({ onCodes }: { onCodes: (codes: readonly string[]) => Promise<void> }) {
  const { t } = useTranslation('me');
  const dialog = useDialog();
  const readAgain = useMeAgain();
  const add = useSend('post', '/v1/me/passkeys', { refreshes: ['/v1/me/passkeys'], onDone: readAgain });
  async function submit({ name }: Filled<typeof PASSKEY>): Promise<void> {
    const { challengeId, options } = await request('post', '/v1/me/passkeys/options');
    const response = await makePasskey(options);
    const added = await add.mutateAsync({ body: { challengeId, name, response } });
    dialog.props.onClose();
    if (added.recoveryCodes) await onCodes(added.recoveryCodes);
    else tellDone(t('passkeys.added'));
  }
  return (
    <>
      <Button icon={Fingerprint} onPress={dialog.open}>
        {t('passkeys.add')}
      </Button>
      <Dialog {...dialog.props} title={t('passkeys.add')}>
        <Form schema={PASSKEY} submitLabel={t('passkeys.make')} onCancel={dialog.props.onClose} onSubmit={submit}>
          <TextField
            name="name"
            label={t('passkeys.name')}
            description={t('passkeys.nameHint')}
            maxLength={LONGEST_NAME}
            autoComplete="off"
          />
        </Form>
      </Dialog>
    </>
  );
}

export function PasskeysPanel({ onCodes }: { onCodes: (codes: readonly string[]) => Promise<void> }) {
  const { t } = useTranslation('me');
  const passkeys = useGet('/v1/me/passkeys');
  return (
    <Panel title={t('passkeys.title')} actions={canUsePasskeys() && <AddPasskey onCodes={onCodes} />}>
      <p className="measure text-muted">{t(canUsePasskeys() ? 'passkeys.lead' : 'passkeys.notHere')}</p>
      <Loaded from={passkeys}>
        {({ data }) => (
          <DataTable
            caption={t('passkeys.title')}
            rows={data}
            rowKey={({ id }) => id}
            empty={<p>{t('passkeys.none')}</p>}
            columns={[
              { id: 'name', label: t('passkeys.name'), cell: ({ name }) => <Name>{name}</Name> },
              {
                id: 'kept',
                label: t('passkeys.kept'),
                cell: ({ backedUp }) => t(backedUp ? 'passkeys.backedUp' : 'passkeys.onDevice'),
              },
              { id: 'created', label: t('passkeys.created'), cell: ({ createdAt }) => <Time at={createdAt} /> },
              {
                id: 'used',
                label: t('passkeys.used'),
                cell: ({ lastUsedAt }) => (lastUsedAt ? <Time at={lastUsedAt} /> : t('passkeys.never')),
              },
              { id: 'remove', label: t('passkeys.act'), cell: (passkey) => <RemovePasskey passkey={passkey} /> },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
