import { useTranslation } from 'react-i18next';
import { useGet, useSend } from '../../api/queries.js';
import { Banner, choice, Form, fields, into, Loaded, Select, TextField, tellDone, text } from '../../kit/index.js';

const REFRESHES = ['/v1/platform/break-glass'] as const;
const MINUTES = ['15', '30', '60'] as const;
const ENTRY = fields({ agencyId: text(), reason: text(), minutes: into(choice(MINUTES), Number) });

export function BreakGlassForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('platform');
  const agencies = useGet('/v1/platform/agencies', { params: { query: { limit: 100 } } });
  const ask = useSend('post', '/v1/platform/break-glass', { refreshes: REFRESHES });
  return (
    <Loaded from={agencies}>
      {({ data }) => (
        <Form
          schema={ENTRY}
          submitLabel={t('glass.ask')}
          onCancel={onClose}
          onSubmit={async (body) => {
            await ask.mutateAsync({ body });
            tellDone(t('glass.asked'));
            onClose();
          }}
        >
          <Banner title={t('glass.told')} />
          <Select
            name="agencyId"
            label={t('agency')}
            choices={data
              .filter(({ status }) => status !== 'closed')
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField name="reason" rows={3} label={t('reason')} description={t('glass.reasonHint')} />
          <Select
            name="minutes"
            label={t('glass.minutes')}
            defaultValue="30"
            choices={MINUTES.map((value) => ({ value, label: t('minutes', { count: Number(value) }) }))}
          />
        </Form>
      )}
    </Loaded>
  );
}
