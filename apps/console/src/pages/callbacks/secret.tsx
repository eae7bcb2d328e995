import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Code, Copyable, Dialog, later, Panel, Time, useDialog } from '../../kit/index.js';
import type { Callback } from './endpoint-state.js';
import type { Secret } from './reveal-form.js';

const RotateForm = later(async () => (await import('./rotate-form.js')).RotateForm);
const RevealForm = later(async () => (await import('./reveal-form.js')).RevealForm);

function Rotate({ id }: Pick<Callback, 'id'>) {
  const { t } = useTranslation('callbacks');
  const dialog = useDialog();
  return (
    <>
      <Button onPress={dialog.open}>{t('rotate.open')}</Button>
      <Dialog {...dialog.props} title={t('rotate.title')}>
        <RotateForm id={id} onClose={dialog.props.onClose} />
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
          <RevealForm id={id} onReveal={setSecret} onClose={close} />
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
