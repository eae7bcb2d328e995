import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { Banner, Form, fields, TextField, tellDone, text } from '../../kit/index.js';
import { useNumberRoom } from './number-room.js';

const DISPLAY_NAME = fields({ name: text() });

export function NameForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('numbers');
  const { at, refreshes } = useNumberRoom();
  const ask = useSend('post', at('/v1/numbers/{id}/display-name'), { refreshes });
  return (
    <Form
      schema={DISPLAY_NAME}
      submitLabel={t('askForName')}
      onCancel={onClose}
      onSubmit={async (body) => {
        await ask.mutateAsync({ params: { path: { id } }, body });
        tellDone(t('nameAsked'));
        onClose();
      }}
    >
      <TextField name="name" autoComplete="off" label={t('displayName')} description={t('nameHint')} />
      <Banner title={t('nameEffect')} />
    </Form>
  );
}
