import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request, useSend } from '../../api/queries.js';
import { Banner, Checkbox, type Filled, Form, fields, into, TextField, tellDone, text, tick } from '../../kit/index.js';
import type { Callback } from './endpoint-state.js';

const DAY_MS = 86_400_000;

/** As a field of the browser wants it: the person's own time, to the minute. */
function localTime(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const isoTime = () => into(text(), (local) => new Date(local).toISOString());

const RANGE = fields({ from: isoTime(), to: isoTime(), withDelivered: tick() });

type Range = Filled<typeof RANGE>;

interface Counted {
  readonly range: Range;
  readonly count: number;
}

function CountForm({ onCount, onClose }: { onCount: (range: Range) => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation('callbacks');
  return (
    <Form schema={RANGE} submitLabel={t('replay.count')} onCancel={onClose} onSubmit={onCount}>
      <p className="measure">{t('replay.lead')}</p>
      <TextField
        name="from"
        type="datetime-local"
        width="short"
        label={t('replay.from')}
        defaultValue={localTime(Date.now() - DAY_MS)}
      />
      <TextField
        name="to"
        type="datetime-local"
        width="short"
        label={t('replay.to')}
        defaultValue={localTime(Date.now() + 60_000)}
      />
      <Checkbox name="withDelivered" label={t('replay.withDelivered')} />
    </Form>
  );
}

/** How many calls a time has, and then making them again. */
export function ReplayForm({ id, onClose }: Pick<Callback, 'id'> & { onClose: () => void }) {
  const { t } = useTranslation('callbacks');
  const [counted, setCounted] = useState<Counted>();
  const replay = useSend('post', '/v1/callbacks/{id}/replay', {
    refreshes: ['/v1/callbacks/{id}', '/v1/callbacks/{id}/attempts'],
  });
  const count = async (range: Range) => {
    const body = { ...range, countOnly: true };
    const found = await request('post', '/v1/callbacks/{id}/replay', { params: { path: { id } }, body });
    setCounted({ range, count: found.count });
  };
  if (!counted) return <CountForm onCount={count} onClose={onClose} />;
  return (
    <Form
      submitLabel={t('replay.confirm', { count: counted.count })}
      onCancel={() => setCounted(undefined)}
      onSubmit={async () => {
        await replay.mutateAsync({ params: { path: { id } }, body: counted.range });
        tellDone(t('replay.done', { count: counted.count }));
        onClose();
      }}
    >
      <Banner tone="info" title={t('replay.counted', { count: counted.count })}>
        {t('replay.known')}
      </Banner>
    </Form>
  );
}
