import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useSend } from '../../api/queries.js';
import type { ParkedWebhook } from '../../api/types.js';
import {
  Button,
  Code,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Num,
  PageBody,
  PageHeader,
  Time,
  tellDone,
} from '../../kit/index.js';

const REFRESHES = ['/v1/platform/webhooks'] as const;
const KNOWN_REASONS: ReadonlySet<string> = new Set(['unknown-number', 'unreadable']);

type Act = { kind: 'replay' | 'dismiss'; webhook: ParkedWebhook };

function ActDialog({ act: { kind, webhook }, onClose }: { act: Act; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const replay = useSend('post', '/v1/platform/webhooks/{id}/replay', { refreshes: REFRESHES });
  const dismiss = useSend('post', '/v1/platform/webhooks/{id}/dismiss', { refreshes: REFRESHES });
  const send = kind === 'replay' ? replay : dismiss;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      isDanger={kind === 'dismiss'}
      title={t(`parked.${kind}Title`)}
      confirmLabel={t(`parked.${kind}`)}
      onConfirm={async () => {
        await send.mutateAsync({ params: { path: { id: webhook.id } } });
        tellDone(t(`parked.${kind}Done`));
      }}
    >
      {t(`parked.${kind}Effect`, { count: webhook.messages })}
    </ConfirmDialog>
  );
}

function Reason({ reason }: { reason: string }) {
  const { t } = useTranslation('webhooks');
  return KNOWN_REASONS.has(reason) ? t(`parked.reasons.${reason}`) : <span dir="auto">{reason}</span>;
}

function Codes({ values }: { values: readonly string[] }) {
  if (values.length === 0) return '–';
  return (
    <span className="flex flex-wrap gap-2">
      {values.map((value) => (
        <span key={value} className="min-w-max">
          <Code>{value}</Code>
        </span>
      ))}
    </span>
  );
}

/** Webhooks that nobody could understand: read again, or deleted. What citizens said in them is not shown. */
export default function ParkedWebhooksPage() {
  const { t } = useTranslation('webhooks');
  const [act, setAct] = useState<Act>();
  const webhooks = useList('/v1/platform/webhooks');
  const button = (kind: Act['kind'], webhook: ParkedWebhook) => (
    <Button kind="quiet" onPress={() => setAct({ kind, webhook })}>
      {t(`parked.${kind}`)}
    </Button>
  );
  return (
    <PageBody>
      <PageHeader title={t('parked.title')} lead={t('parked.lead')} />
      <DataTable
        caption={t('parked.title')}
        list={webhooks}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('parked.empty')}>{t('parked.emptyAdvice')}</EmptyState>}
        columns={[
          { id: 'received', label: t('parked.received'), cell: ({ receivedAt }) => <Time at={receivedAt} /> },
          { id: 'reason', label: t('parked.reason'), cell: ({ reason }) => <Reason reason={reason} /> },
          { id: 'numbers', label: t('parked.numbers'), cell: ({ numbers }) => <Codes values={numbers} /> },
          { id: 'fields', label: t('parked.fields'), cell: ({ fields }) => <Codes values={fields} /> },
          {
            id: 'holds',
            label: t('parked.messages'),
            isNumber: true,
            cell: ({ messages }) => <Num value={messages} />,
          },
          {
            id: 'acts',
            label: t('parked.acts'),
            cell: (webhook) => (
              <span className="flex flex-wrap gap-2">
                {webhook.bytes > 0 && button('replay', webhook)}
                {button('dismiss', webhook)}
              </span>
            ),
          },
        ]}
      />
      {act && <ActDialog act={act} onClose={() => setAct(undefined)} />}
    </PageBody>
  );
}
