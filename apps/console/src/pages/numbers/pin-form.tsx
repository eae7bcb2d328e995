import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { CodeField, Form, fields, rule, tellDone, text } from '../../kit/index.js';
import { useNumberRoom } from './number-room.js';

export function PinForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('numbers');
  const { refreshes } = useNumberRoom();
  const change = useSend('post', '/v1/numbers/{id}/pin', { refreshes });
  const sixFigures = rule<string>((typed) => /^\d{6}$/.test(typed), t('pinWrong'));
  return (
    <Form
      schema={fields({ pin: text().check(sixFigures) })}
      submitLabel={t('changePin')}
      onCancel={onClose}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { path: { id } }, body });
        tellDone(t('pinChanged'));
        onClose();
      }}
    >
      <CodeField name="pin" autoComplete="off" label={t('pinNew')} description={t('pinNewHint')} />
    </Form>
  );
}
