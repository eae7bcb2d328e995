import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useGet, useSend } from '../../api/queries.js';
import {
  Banner,
  Button,
  Code,
  ConfirmDialog,
  Copyable,
  DescriptionList,
  type Fact,
  Loaded,
  Name,
  PageBody,
  PageHeader,
  Panel,
  Tag,
  TextLink,
  Time,
  tellDone,
  useDialog,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { meaningOf, waitingFor } from './failures.js';
import { MessageContent } from './message-content.js';
import { MessageTimeline } from './message-timeline.js';
import { gistOf, type Message } from './message-words.js';
import { StateWord } from './state-word.js';
import { isCancellable, isResendable, toneOf } from './states.js';

/** Why it did not arrive, and what can be done; also that nobody knows. */
function Trouble({ message }: { message: Message }) {
  const { t } = useTranslation('messages');
  const { state, failure } = message;
  if (failure) {
    const meaning = meaningOf(failure.code);
    return (
      <Banner tone={toneOf(state) ?? 'warn'} title={t(`failures.${meaning}.reason`)}>
        <p>{t(`failures.${meaning}.remedy`)}</p>
        <p className="text-sm">
          {t('failureCode')} <Code>{failure.code}</Code>
        </p>
      </Banner>
    );
  }
  const wait = waitingFor(message);
  if (wait) {
    return (
      <Banner tone="warn" title={t(`failures.${wait.meaning}.reason`)}>
        <p>{t(`failures.${wait.meaning}.remedy`)}</p>
        <p className="text-sm">
          {t('failureCode')} <Code>{wait.code}</Code>
        </p>
      </Banner>
    );
  }
  if (state !== 'in_doubt' && state !== 'unconfirmed') return null;
  return (
    <Banner tone="warn" title={t(`doubt.${state}.title`)}>
      {t(`doubt.${state}.advice`)}
    </Banner>
  );
}

function useFacts(message: Message): Fact[] {
  const { t } = useTranslation('messages');
  const to = useAgencyPath();
  const time = (label: string, at: string | undefined) =>
    at ? [{ label: t(label), value: <Time at={at} show="exact" /> }] : [];
  return [
    { label: t('columns.state'), value: <StateWord state={message.state} /> },
    { label: t('columns.direction'), value: t(`directions.${message.direction}`) },
    ...(message.purpose ? [{ label: t('columns.purpose'), value: <Code>{message.purpose}</Code> }] : []),
    { label: t('facts.urgency'), value: t(`lanes.${message.lane}`, { defaultValue: message.lane }) },
    ...time(message.direction === 'inbound' ? 'facts.receivedAt' : 'facts.acceptedAt', message.acceptedAt),
    ...time('inbound.editedAt', message.editedAt),
    ...time('inbound.revokedAt', message.revokedAt),
    ...time('facts.sendAt', message.sendAt),
    ...time('facts.expiresAt', message.expiresAt),
    {
      label: t('facts.contact'),
      value: <TextLink to={to(`/messages?contactId=${message.contactId}`)}>{t('facts.allOfContact')}</TextLink>,
    },
    ...(message.reference ? [{ label: t('facts.reference'), value: <Name>{message.reference}</Name> }] : []),
    ...(message.resendOf
      ? [
          {
            label: t('facts.resendOf'),
            value: <TextLink to={to(`/messages/${message.resendOf}`)}>{t('facts.earlier')}</TextLink>,
          },
        ]
      : []),
    ...Object.entries(message.metadata ?? {}).map(([key, value]) => ({ label: key, value: <Name>{value}</Name> })),
    { label: t('facts.id'), value: <Copyable text={message.id} label={t('facts.id')} /> },
  ];
}

function CancelAct({ message }: { message: Message }) {
  const { t } = useTranslation('messages');
  const dialog = useDialog();
  const cancel = useSend('post', '/v1/messages/{id}/cancel', { refreshes: ['/v1/messages/{id}'] });
  return (
    <>
      <Button onPress={dialog.open}>{t('cancelling.open')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('cancelling.title')}
        confirmLabel={t('cancelling.confirm')}
        onConfirm={async () => {
          await cancel.mutateAsync({ params: { path: { id: message.id } } });
          tellDone(t('cancelling.done'));
        }}
      >
        {t('cancelling.facts')}
      </ConfirmDialog>
    </>
  );
}

function ResendAct({ message }: { message: Message }) {
  const { t } = useTranslation('messages');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const dialog = useDialog();
  const resend = useSend('post', '/v1/messages/{id}/resend');
  return (
    <>
      <Button kind="primary" onPress={dialog.open}>
        {t('resending.open')}
      </Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('resending.title')}
        confirmLabel={t('resending.confirm')}
        isDanger={false}
        onConfirm={async () => {
          const { id } = await resend.mutateAsync({ params: { path: { id: message.id } } });
          tellDone(t('resending.done'));
          await navigate(to(`/messages/${id}`));
        }}
      >
        {t(message.state === 'unconfirmed' ? 'resending.maybeTwice' : 'resending.facts')}
      </ConfirmDialog>
    </>
  );
}

function Acts({ message }: { message: Message }) {
  const maySend = useMay('messages:send');
  if (!maySend || message.direction === 'inbound') return null;
  if (isCancellable(message.state)) return <CancelAct message={message} />;
  return isResendable(message.state) ? <ResendAct message={message} /> : null;
}

function MessageView({ message }: { message: Message }) {
  const { t } = useTranslation('messages');
  const to = useAgencyPath();
  const facts = useFacts(message);
  return (
    <>
      <PageHeader
        title={gistOf(message) ?? t('oneMessage')}
        crumbs={[{ label: t('title'), to: to('/messages') }]}
        tag={message.mode === 'sandbox' ? <Tag tone="info">{t('sandbox')}</Tag> : undefined}
        actions={<Acts message={message} />}
      />
      <Trouble message={message} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
        <Panel title={t('timeline.title')}>
          <MessageTimeline message={message} />
        </Panel>
        <Panel title={t('content.title')}>
          <MessageContent message={message} />
        </Panel>
      </div>
      <Panel title={t('facts.title')}>
        <DescriptionList facts={facts} />
      </Panel>
    </>
  );
}

/** One message: what it says, what it went through, and why it did not arrive. */
export default function MessagePage() {
  const { message: id = '' } = useParams();
  const message = useGet('/v1/messages/{id}', { params: { path: { id } } });
  return (
    <PageBody>
      <Loaded from={message} lines={8}>
        {(found) => <MessageView message={found} />}
      </Loaded>
    </PageBody>
  );
}
