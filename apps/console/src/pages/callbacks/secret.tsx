import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, request, useSend } from '../../api/queries.js';
import { Button, Code, Copyable, Dialog, Form, Panel, RadioGroup, Time, tellDone, useDialog } from '../../kit/index.js';
import type { Callback } from './endpoint-state.js';

type Secret = Answer<'/v1/callbacks/{id}/secret', 'get'>;

/** How long calls carry both signatures, in hours. */
const OVERLAPS = ['0', '1', '24', '168'] as const;

function Rotate({ id }: Pick<Callback, 'id'>) {
  const { t } = useTranslation('callbacks');
  const dialog = useDialog();
  const rotate = useSend('post', '/v1/callbacks/{id}/rotate-secret', { refreshes: ['/v1/callbacks/{id}'] });
  return (
    <>
      <Button onPress={dialog.open}>{t('rotate.open')}</Button>
      <Dialog {...dialog.props} title={t('rotate.title')}>
        <Form
          submitLabel={t('rotate.confirm')}
          onCancel={dialog.props.onClose}
          onSubmit={async (values) => {
            const body = { overlapHours: values.number('overlapHours') ?? 0 };
            await rotate.mutateAsync({ params: { path: { id } }, body });
            tellDone(t('rotate.done'));
            dialog.props.onClose();
          }}
        >
          <p className="measure">{t('rotate.lead')}</p>
          <RadioGroup
            name="overlapHours"
            label={t('rotate.overlap')}
            defaultValue="24"
            choices={OVERLAPS.map((value) => ({ value, label: t(`rotate.overlaps.${value}`) }))}
          />
        </Form>
      </Dialog>
    </>
  );
}

/** A shared secret is shown to whoever proves again who they are, and that it was shown is on record. */
function Reveal({ id }: Pick<Callback, 'id'>) {
  const { t } = useTranslation('callbacks');
  const dialog = useDialog();
  const [secret, setSecret] = useState<Secret>();
  const close = () => {
    setSecret(undefined);
    dialog.props.onClose();
  };
  return (
    <>
      <Button onPress={dialog.open}>{t('reveal.open')}</Button>
      <Dialog {...dialog.props} onClose={close} title={t('reveal.title')}>
        {secret ? (
          <div className="grid gap-4">
            <Copyable text={secret.secret} label={t('secret')} />
            {secret.previousSecret && (
              <>
                <p>{t('reveal.previous')}</p>
                <Copyable text={secret.previousSecret} label={t('reveal.previous')} />
              </>
            )}
          </div>
        ) : (
          <Form
            submitLabel={t('reveal.confirm')}
            onCancel={close}
            onSubmit={async () =>
              setSecret(await request('get', '/v1/callbacks/{id}/secret', { params: { path: { id } } }))
            }
          >
            <p className="measure">{t('reveal.lead')}</p>
          </Form>
        )}
      </Dialog>
    </>
  );
}

/** What a receiver verifies calls with. */
export function SecretPanel({ callback, mayWrite }: { callback: Callback; mayWrite: boolean }) {
  const { t } = useTranslation('callbacks');
  const { id, signature, publicKey, previousSecretUntil } = callback;
  const actions = mayWrite && (
    <>
      {!publicKey && <Reveal id={id} />}
      <Rotate id={id} />
    </>
  );
  return (
    <Panel title={t(publicKey ? 'publicKey' : 'secret')} actions={actions}>
      <p className="measure">{t(`schemeMeans.${signature}`)}</p>
      {publicKey ? <Copyable text={publicKey} label={t('publicKey')} /> : <Code>whsec_…</Code>}
      {previousSecretUntil && Date.parse(previousSecretUntil) > Date.now() && (
        <p>
          {t('rotate.both')} <Time at={previousSecretUntil} show="exact" />
        </p>
      )}
    </Panel>
  );
}
