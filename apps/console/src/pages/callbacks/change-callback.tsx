import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { Button, Dialog, Form, TextField, tellDone, useDialog } from '../../kit/index.js';
import type { Callback } from './endpoint-state.js';
import { chosenEvents, EVENT_FIELD_NAMES, EventFields, noEventChosen } from './event-fields.js';

export function ChangeCallback({ callback: { id, url, description, events } }: { callback: Callback }) {
  const { t } = useTranslation('callbacks');
  const dialog = useDialog();
  const change = useSend('patch', '/v1/callbacks/{id}', { refreshes: ['/v1/callbacks', '/v1/callbacks/{id}'] });
  return (
    <>
      <Button onPress={dialog.open}>{t('change')}</Button>
      <Dialog {...dialog.props} title={t('changeTitle')}>
        <Form
          submitLabel={t('save')}
          onCancel={dialog.props.onClose}
          fieldNames={EVENT_FIELD_NAMES}
          check={(values) => noEventChosen(values, t('chooseEvent'))}
          onSubmit={async (values) => {
            const body = {
              url: values.text('url'),
              description: values.text('description'),
              events: chosenEvents(values),
            };
            await change.mutateAsync({ params: { path: { id } }, body });
            tellDone(t('changed'));
            dialog.props.onClose();
          }}
        >
          <p className="text-muted">{t('changeEffect')}</p>
          <TextField
            name="url"
            type="url"
            isRequired
            isCode
            label={t('url')}
            description={t('urlHint')}
            defaultValue={url}
          />
          <TextField name="description" isOptional label={t('description')} defaultValue={description} />
          <EventFields chosen={events} />
        </Form>
      </Dialog>
    </>
  );
}
