import { useTranslation } from 'react-i18next';
import { type Answer, useSend } from '../../api/queries.js';
import {
  Button,
  choice,
  Dialog,
  Form,
  fields,
  into,
  RadioGroup,
  Time,
  useDialog,
  useFieldValues,
} from '../../kit/index.js';

export type Rotated = Answer<'/v1/api-keys/{id}/rotate', 'post'>;

const HOUR_MS = 3_600_000;
/** How long both keys work, in hours. */
const OVERLAPS = ['0', '1', '24', '168'] as const;
const FIRST_OVERLAP = '24';
const ROTATION = fields({ overlapHours: into(choice(OVERLAPS), Number) });

/** When the old key ends: never after its own last day. */
function OldKeyEnds({ expiresAt }: { expiresAt: string }) {
  const { t } = useTranslation('keys');
  const { overlapHours: hours = FIRST_OVERLAP } = useFieldValues();
  const end = Math.min(Date.now() + Number(hours) * HOUR_MS, Date.parse(expiresAt));
  return (
    <p aria-live="polite" className="font-semibold">
      {hours === '0' ? (
        t('oldEndsNow')
      ) : (
        <>
          {t('bothWork')} <Time at={new Date(end).toISOString()} show="exact" />
        </>
      )}
    </p>
  );
}

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
  const rotate = useSend('post', '/v1/api-keys/{id}/rotate', { refreshes: ['/v1/api-keys', '/v1/api-keys/{id}'] });
  return (
    <>
      <Button onPress={dialog.open}>{t('rotate')}</Button>
      <Dialog {...dialog.props} title={t('rotateTitle', { name })}>
        <Form
          schema={ROTATION}
          submitLabel={t('rotateConfirm', { name })}
          onCancel={dialog.props.onClose}
          onSubmit={async (body) => onDone(await rotate.mutateAsync({ params: { path: { id } }, body }))}
        >
          <p>{t('rotateLead')}</p>
          <RadioGroup
            name="overlapHours"
            label={t('overlap')}
            defaultValue={FIRST_OVERLAP}
            choices={OVERLAPS.map((value) => ({ value, label: t(`overlaps.${value}`) }))}
          />
          <OldKeyEnds expiresAt={expiresAt} />
        </Form>
      </Dialog>
    </>
  );
}
