import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import type { PhoneNumber } from '../../api/types.js';
import {
  Banner,
  Button,
  DescriptionList,
  Dialog,
  Form,
  fields,
  Name,
  Panel,
  TextField,
  tellDone,
  text,
  useDialog,
} from '../../kit/index.js';
import { useNumberRoom } from './number-room.js';
import { useNumberWords } from './number-words.js';
import { Register } from './steps.js';

const DISPLAY_NAME = fields({ name: text() });

function AskForName({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const dialog = useDialog();
  const { at, refreshes } = useNumberRoom();
  const ask = useSend('post', at('/v1/numbers/{id}/display-name'), { refreshes });
  return (
    <>
      <Button onPress={dialog.open}>{t('changeName')}</Button>
      <Dialog {...dialog.props} title={t('changeName')}>
        <Form
          schema={DISPLAY_NAME}
          submitLabel={t('askForName')}
          onCancel={dialog.props.onClose}
          onSubmit={async (body) => {
            await ask.mutateAsync({ params: { path: { id: number.id } }, body });
            tellDone(t('nameAsked'));
            dialog.props.onClose();
          }}
        >
          <TextField name="name" autoComplete="off" label={t('displayName')} description={t('nameHint')} />
          <Banner title={t('nameEffect')} />
        </Form>
      </Dialog>
    </>
  );
}

/** The name that citizens see, and how far WhatsApp is with another one. */
export function DisplayName({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const words = useNumberWords();
  const { mayWrite: mayChange } = useNumberRoom();
  const { verifiedName, nameStatus, requestedName, requestedNameStatus } = number;
  const isApproved = requestedNameStatus === 'APPROVED';
  return (
    <Panel title={t('displayName')} actions={mayChange && <AskForName number={number} />}>
      <DescriptionList
        facts={[
          { label: t('nameNow'), value: <Name>{verifiedName}</Name> },
          { label: t('review'), value: words.nameStatus(nameStatus) },
          ...(requestedName
            ? [
                { label: t('nameRequested'), value: <Name>{requestedName}</Name> },
                { label: t('reviewRequested'), value: words.nameStatus(requestedNameStatus) },
              ]
            : []),
        ]}
      />
      {requestedName && isApproved && mayChange && (
        <>
          <Banner tone="ok" title={t('nameReady')}>
            {t('nameReadyAdvice')}
          </Banner>
          <Register number={number} />
        </>
      )}
    </Panel>
  );
}
