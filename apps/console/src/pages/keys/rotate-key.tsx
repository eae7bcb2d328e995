import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, useSend } from '../../api/queries.js';
import { Button, Dialog, Form, RadioGroup, Time, useDialog } from '../../kit/index.js';

export type Rotated = Answer<'/v1/api-keys/{id}/rotate', 'post'>;

const HOUR_MS = 3_600_000;
/** How long both keys work, in hours. */
const OVERLAPS = ['0', '1', '24', '168'] as const;

/** A new key that takes over; the old one works on for as long as one chooses. */
export function RotateKey({
  id,
  name,
  expiresAt,
  onDone,
}: {
  id: string;
  name: string;
  expiresAt: string;
  onDone: (key: Rotated) => void;
}) {
  const { t } = useTranslation('keys');
  const dialog = useDialog();
  const [hours, setHours] = useState('24');
  const rotate = useSend('post', '/v1/api-keys/{id}/rotate', { refreshes: ['/v1/api-keys', '/v1/api-keys/{id}'] });
  const end = Math.min(Date.now() + Number(hours) * HOUR_MS, Date.parse(expiresAt));
  return (
    <>
      <Button onPress={dialog.open}>{t('rotate')}</Button>
      <Dialog {...dialog.props} title={t('rotateTitle', { name })}>
        <Form
          submitLabel={t('rotateConfirm', { name })}
          onCancel={dialog.props.onClose}
          onSubmit={async () => {
            onDone(await rotate.mutateAsync({ params: { path: { id } }, body: { overlapHours: Number(hours) } }));
          }}
        >
          <p>{t('rotateLead')}</p>
          <RadioGroup
            name="overlapHours"
            label={t('overlap')}
            value={hours}
            onChange={setHours}
            choices={OVERLAPS.map((value) => ({ value, label: t(`overlaps.${value}`) }))}
          />
          <p aria-live="polite" className="font-semibold">
            {hours === '0' ? (
              t('oldEndsNow')
            ) : (
              <>
                {t('bothWork')} <Time at={new Date(end).toISOString()} show="exact" />
              </>
            )}
          </p>
        </Form>
      </Dialog>
    </>
  );
}
