import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/queries.js';
import { Copyable, Panel } from '../../kit/index.js';
import { firstCall } from './first-call.js';

/** A first message with a new test key, for a terminal: from here to a message on a phone is one paste. */
export function TryIt({ id, secret }: { id: string; secret: string }) {
  const { t } = useTranslation('keys');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const key = useGet('/v1/api-keys/{id}', { params: { path: { id } } });
  const purposes = useGet('/v1/purposes');
  const templates = useGet('/v1/templates', { params: { query: { status: 'APPROVED' } } });
  if (key.data?.mode !== 'sandbox' || !key.data.scopes.includes('messages:send')) return null;
  const found = { purposes: purposes.data?.data ?? [], templates: templates.data?.data ?? [] };
  const call = firstCall(location.origin, secret, idempotencyKey, found);
  if (!call) return null;
  return (
    <Panel title={t('try.title')}>
      <p className="measure text-muted">{t('try.lead')}</p>
      <Copyable text={call} label={t('try.command')} />
    </Panel>
  );
}
