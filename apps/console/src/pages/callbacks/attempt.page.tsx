import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Answer, useGet, useSend } from '../../api/queries.js';
import {
  Banner,
  Button,
  Code,
  Copyable,
  DescriptionList,
  Loaded,
  Num,
  PageBody,
  PageHeader,
  Panel,
  StatusTimeline,
  TextLink,
  Time,
  tellDone,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { AttemptOutcome } from './attempts-table.js';
import { wordOf } from './events.js';
import { inLines, Snippet } from './snippet.js';

type Attempt = Answer<'/v1/callbacks/{id}/attempts/{attempt}', 'get'>;

/** Words for what went wrong, and what the people of the other system can do. */
function Trouble({ attempt: { outcome, fault, status } }: { attempt: Attempt }) {
  const { t } = useTranslation('callbacks');
  if (outcome === 'succeeded') return null;
  const words = fault ?? (status === 410 ? 'gone' : 'refused');
  return (
    <Banner tone="warn" title={t(`faults.${words}.reason`, { status })}>
      {t(`faults.${words}.remedy`)}
    </Banner>
  );
}

function SendAgain({ id, eventId }: { id: string; eventId: string }) {
  const { t } = useTranslation('callbacks');
  const replay = useSend('post', '/v1/callbacks/{id}/replay', {
    refreshes: ['/v1/callbacks/{id}', '/v1/callbacks/{id}/attempts', '/v1/callbacks/{id}/attempts/{attempt}'],
  });
  return (
    <Button
      kind="primary"
      isPending={replay.isPending}
      onPress={() =>
        replay.mutate(
          { params: { path: { id } }, body: { ids: [eventId] } },
          { onSuccess: () => tellDone(t('again.done')) },
        )
      }
    >
      {t('again.open')}
    </Button>
  );
}

function Request({ request }: Pick<Attempt, 'request'>) {
  const { t } = useTranslation('callbacks');
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <Panel title={t('request')}>
      <Snippet text={[`POST ${request.url}`, ...headers].join('\n')} label={t('headers')} />
      <Snippet text={inLines(request.body)} label={t('body')} />
      <p className="measure">{t('howSigned')}</p>
      <Snippet
        text={`${request.headers['webhook-id']}.${request.headers['webhook-timestamp']}.<${t('body')}>`}
        label={t('signedContent')}
      />
    </Panel>
  );
}

function AttemptView({ callbackId, attempt }: { callbackId: string; attempt: Attempt }) {
  const { t } = useTranslation('callbacks');
  const to = useAgencyPath();
  const mayWrite = useMay('callbacks:write');
  const here = `/developers/callbacks/${callbackId}`;
  return (
    <>
      <PageHeader
        title={t(`types.${wordOf(attempt.event)}`)}
        crumbs={[
          { label: t('title'), to: to('/developers/callbacks') },
          { label: t('endpoint'), to: to(here) },
        ]}
        actions={mayWrite && attempt.messageId && <SendAgain id={callbackId} eventId={attempt.eventId} />}
      />
      <Trouble attempt={attempt} />
      <Panel title={t('details')}>
        <DescriptionList
          facts={[
            { label: t('outcome'), value: <AttemptOutcome {...attempt} /> },
            { label: t('at'), value: <Time at={attempt.at} show="seconds" /> },
            { label: t('duration'), value: <Num value={attempt.durationMs} unit="millisecond" /> },
            { label: t('attempt'), value: t('nOfM', { n: attempt.attempt, m: attempt.attempts }) },
            ...(attempt.nextAt ? [{ label: t('next'), value: <Time at={attempt.nextAt} show="exact" /> }] : []),
            ...(attempt.messageId
              ? [
                  {
                    label: t('message'),
                    value: <TextLink to={to(`/messages/${attempt.messageId}`)}>{attempt.messageId}</TextLink>,
                  },
                ]
              : []),
            { label: t('eventId'), value: <Copyable text={attempt.eventId} label={t('eventId')} /> },
          ]}
        />
      </Panel>
      <Request request={attempt.request} />
      <Panel title={t('answer')}>
        {attempt.answer.contentType && (
          <p>
            <Code>content-type: {attempt.answer.contentType}</Code>
          </p>
        )}
        {attempt.answer.body ? (
          <Snippet text={attempt.answer.body} label={t('answer')} />
        ) : (
          <p className="text-muted">{t('noAnswer')}</p>
        )}
      </Panel>
      <Panel title={t('allAttempts')}>
        <StatusTimeline
          label={t('allAttempts')}
          steps={attempt.all.map((one) => ({
            id: one.id,
            at: one.at,
            tone: one.outcome === 'succeeded' ? 'ok' : 'bad',
            title:
              one.id === attempt.id ? (
                t('thisAttempt', { n: one.attempt })
              ) : (
                <TextLink to={to(`${here}/attempts/${one.id}`)}>{t('nthAttempt', { n: one.attempt })}</TextLink>
              ),
            detail: <AttemptOutcome {...one} />,
          }))}
        />
      </Panel>
    </>
  );
}

/** One call: what was sent, how it was signed, and what was answered. */
export default function AttemptPage() {
  const { callback: id = '', attempt = '' } = useParams();
  const found = useGet('/v1/callbacks/{id}/attempts/{attempt}', { params: { path: { id, attempt } } });
  return (
    <PageBody>
      <Loaded from={found}>{(data) => <AttemptView callbackId={id} attempt={data} />}</Loaded>
    </PageBody>
  );
}
