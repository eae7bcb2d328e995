import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { Form, fields, TextField, tellDone, text, textOrNothing } from '../../kit/index.js';
import type { Callback } from './endpoint-state.js';
import { chosenEvents, EVENT_FIELD_NAMES, EventFields } from './event-fields.js';

const changeSchema = (chooseEvent: string) =>
  fields({ url: text(), description: textOrNothing(), events: chosenEvents(chooseEvent) });

export function ChangeForm({ callback, onClose }: { callback: Callback; onClose: () => void }) {
  const { t } = useTranslation('callbacks');
  const { id, url, description, events } = callback;
  const change = useSend('patch', '/v1/callbacks/{id}', { refreshes: ['/v1/callbacks', '/v1/callbacks/{id}'] });
  return (
    <Form
      schema={changeSchema(t('chooseEvent'))}
      submitLabel={t('save')}
      onCancel={onClose}
      fieldNames={EVENT_FIELD_NAMES}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { path: { id } }, body });
        tellDone(t('changed'));
        onClose();
      }}
    >
      <p className="text-muted">{t('changeEffect')}</p>
      <TextField name="url" type="url" isCode label={t('url')} description={t('urlHint')} defaultValue={url} />
      <TextField name="description" isOptional label={t('description')} defaultValue={description} />
      <EventFields chosen={events} />
    </Form>
  );
}
