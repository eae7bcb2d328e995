import { useTranslation } from 'react-i18next';
import type { PhoneNumber } from '../../api/types.js';
import { Banner, Button, DescriptionList, Dialog, later, Name, Panel, useDialog } from '../../kit/index.js';
import { useNumberRoom } from './number-room.js';
import { useNumberWords } from './number-words.js';
import { Register } from './steps.js';

const NameForm = later(async () => (await import('./name-form.js')).NameForm);

function AskForName({ id }: Pick<PhoneNumber, 'id'>) {
  const { t } = useTranslation('numbers');
  const dialog = useDialog();
  return (
    <>
      <Button onPress={dialog.open}>{t('changeName')}</Button>
      <Dialog {...dialog.props} title={t('changeName')}>
        <NameForm id={id} onClose={dialog.props.onClose} />
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
    <Panel title={t('displayName')} actions={mayChange && <AskForName id={number.id} />}>
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
