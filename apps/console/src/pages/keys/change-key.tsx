import { useTranslation } from 'react-i18next';
import { type Answer, useSend } from '../../api/queries.js';
import {
  Button,
  Dialog,
  Form,
  fields,
  into,
  TextField,
  tellDone,
  text,
  textOrNothing,
  useDialog,
} from '../../kit/index.js';
import { networksOf } from './networks.js';

type ApiKey = Answer<'/v1/api-keys/{id}', 'get'>;

const KEY = fields({ name: text(), ipAllowList: into(textOrNothing(), networksOf) });

export function ChangeKey({ apiKey: { id, name, ipAllowList } }: { apiKey: ApiKey }) {
  const { t } = useTranslation('keys');
  const dialog = useDialog();
  const change = useSend('patch', '/v1/api-keys/{id}', { refreshes: ['/v1/api-keys', '/v1/api-keys/{id}'] });
  return (
    <>
      <Button onPress={dialog.open}>{t('change')}</Button>
      <Dialog {...dialog.props} title={t('changeTitle', { name })}>
        <Form
          schema={KEY}
          submitLabel={t('save')}
          onCancel={dialog.props.onClose}
          onSubmit={async (body) => {
            await change.mutateAsync({ params: { path: { id } }, body });
            tellDone(t('changed'));
            dialog.props.onClose();
          }}
        >
          <p className="text-muted">{t('changeEffect')}</p>
          <TextField name="name" autoComplete="off" label={t('name')} defaultValue={name} />
          <TextField
            name="ipAllowList"
            rows={3}
            isCode
            isOptional
            label={t('networks')}
            description={t('networksHint')}
            defaultValue={ipAllowList.join('\n')}
          />
        </Form>
      </Dialog>
    </>
  );
}
