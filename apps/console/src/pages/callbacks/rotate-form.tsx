import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import { choice, Form, fields, into, RadioGroup, tellDone } from '../../kit/index.js';
import type { Callback } from './endpoint-state.js';

/** How long calls carry both signatures, in hours. */
const OVERLAPS = ['0', '1', '24', '168'] as const;
const ROTATION = fields({ overlapHours: into(choice(OVERLAPS), Number) });

export function RotateForm({ id, onClose }: Pick<Callback, 'id'> & { onClose: () => void }) {
  const { t } = useTranslation('callbacks');
  const rotate = useSend('post', '/v1/callbacks/{id}/rotate-secret', { refreshes: ['/v1/callbacks/{id}'] });
  return (
    <Form
      schema={ROTATION}
      submitLabel={t('rotate.confirm')}
      onCancel={onClose}
      onSubmit={async (body) => {
        await rotate.mutateAsync({ params: { path: { id } }, body });
        tellDone(t('rotate.done'));
        onClose();
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
  );
}
