import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request, useSend } from '../../api/queries.js';
import {
  Banner,
  Button,
  Checkbox,
  Dialog,
  Form,
  type FormValues,
  TextField,
  tellDone,
  useDialog,
} from '../../kit/index.js';
import type { Callback } from './endpoint-state.js';

interface Range {
  readonly from: string;
  readonly to: string;
  readonly withDelivered: boolean;
}

const DAY_MS = 86_400_000;

/** As a field of the browser wants it: the person's own time, to the minute. */
function localTime(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const isoTime = (local: string): string => new Date(local).toISOString();

function rangeOf(values: FormValues): Range {
  return {
    from: isoTime(values.text('from')),
    to: isoTime(values.text('to')),
    withDelivered: values.has('withDelivered'),
  };
}

/** Tells an endpoint again what happened in a time; how much that is comes first. */
export function Replay({ id }: Pick<Callback, 'id'>) {
  const { t } = useTranslation('callbacks');
  const dialog = useDialog();
  const [counted, setCounted] = useState<{ range: Range; count: number }>();
  const replay = useSend('post', '/v1/callbacks/{id}/replay', {
    refreshes: ['/v1/callbacks/{id}', '/v1/callbacks/{id}/attempts'],
  });
  const close = () => {
    setCounted(undefined);
    dialog.props.onClose();
  };
  const count = async (values: FormValues) => {
    const range = rangeOf(values);
    const body = { ...range, countOnly: true };
    const found = await request('post', '/v1/callbacks/{id}/replay', { params: { path: { id } }, body });
    setCounted({ range, count: found.count });
  };
  const start = async () => {
    if (!counted) return;
    await replay.mutateAsync({ params: { path: { id } }, body: counted.range });
    tellDone(t('replay.done', { count: counted.count }));
    close();
  };
  return (
    <>
      <Button onPress={dialog.open}>{t('replay.open')}</Button>
      <Dialog {...dialog.props} onClose={close} title={t('replay.title')}>
        {counted ? (
          <Form
            key="start"
            submitLabel={t('replay.confirm', { count: counted.count })}
            onCancel={() => setCounted(undefined)}
            onSubmit={start}
          >
            <Banner tone="info" title={t('replay.counted', { count: counted.count })}>
              {t('replay.known')}
            </Banner>
          </Form>
        ) : (
          <Form key="count" submitLabel={t('replay.count')} onCancel={close} onSubmit={count}>
            <p className="measure">{t('replay.lead')}</p>
            <TextField
              name="from"
              type="datetime-local"
              isRequired
              width="short"
              label={t('replay.from')}
              defaultValue={localTime(Date.now() - DAY_MS)}
            />
            <TextField
              name="to"
              type="datetime-local"
              isRequired
              width="short"
              label={t('replay.to')}
              defaultValue={localTime(Date.now() + 60_000)}
            />
            <Checkbox name="withDelivered" value="yes" label={t('replay.withDelivered')} />
          </Form>
        )}
      </Dialog>
    </>
  );
}
