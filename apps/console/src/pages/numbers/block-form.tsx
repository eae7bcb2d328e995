import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { Banner, Form, fields, TextField, tellDone, text } from '../../kit/index.js';

const PERSON = fields({ to: text() });
const LIST = ['/v1/numbers/{id}/blocked-users'] as const;

export function BlockForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('numbers');
  const [failure, setFailure] = useState<string | null>(null);
  const block = useSend('post', '/v1/numbers/{id}/blocked-users', { refreshes: LIST });
  return (
    <Form
      schema={PERSON}
      submitLabel={t('block')}
      onCancel={onClose}
      onSubmit={async ({ to }) => {
        const { data } = await block.mutateAsync({ params: { path: { id } }, body: { people: [{ to }] } });
        const code = data[0]?.code ?? null;
        setFailure(code);
        if (code) return;
        tellDone(t('blockDone'));
        onClose();
      }}
    >
      <TextField name="to" isCode autoComplete="off" label={t('blockPhone')} description={t('blockPhoneHint')} />
      {failure && (
        <div role="alert">
          <Banner tone="bad" title={t(`blockFailed.${failure}`, { defaultValue: t('blockFailed.provider-refused') })} />
        </div>
      )}
    </Form>
  );
}
