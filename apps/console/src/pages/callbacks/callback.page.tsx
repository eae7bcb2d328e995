import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useGet } from '../../api/queries.js';
import { Code, DescriptionList, Loaded, Meter, Name, Num, PageBody, PageHeader, Panel, Time } from '../../kit/index.js';
import { DepartmentName } from '../../session/department-name.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { AttemptsTable } from './attempts-table.js';
import { CallbackActs } from './callback-acts.js';
import { type Callback, EndpointTag, EndpointTrouble } from './endpoint-state.js';
import { SAMPLE, wordOf } from './events.js';
import { SecretPanel } from './secret.js';
import { Snippet } from './snippet.js';
import { useRefreshed } from './use-refreshed.js';

function Facts({ callback }: { callback: Callback }) {
  const { t } = useTranslation('callbacks');
  const { url, description, departmentId, events, recent, waiting, lastSuccessAt, createdAt } = callback;
  return (
    <Panel title={t('details')}>
      <DescriptionList
        facts={[
          { label: t('url'), value: <Code>{url}</Code> },
          ...(description ? [{ label: t('description'), value: <Name>{description}</Name> }] : []),
          { label: t('department'), value: departmentId ? <DepartmentName id={departmentId} /> : t('allDepartments') },
          {
            label: t('events'),
            value: (
              <ul className="grid gap-1">
                {events.map((event) => (
                  <li key={event}>{t(`types.${wordOf(event)}`)}</li>
                ))}
              </ul>
            ),
          },
          { label: t('succeeded24'), value: <Num value={recent.succeeded} /> },
          { label: t('failed24'), value: <Num value={recent.failed} /> },
          { label: t('waiting'), value: <Num value={waiting} /> },
          { label: t('lastSuccess'), value: lastSuccessAt ? <Time at={lastSuccessAt} show="exact" /> : t('never') },
          { label: t('createdAt'), value: <Time at={createdAt} show="exact" /> },
        ]}
      />
    </Panel>
  );
}

function LastReplay({ replay }: { replay: NonNullable<Callback['replay']> }) {
  const { t } = useTranslation('callbacks');
  const done = replay.total - replay.waiting;
  return (
    <Panel title={t('replay.last')}>
      <Meter label={t('replay.progress')} value={done} limit={Math.max(replay.total, 1)} />
      <p className="text-muted">
        {t('replay.begun')} <Time at={replay.startedAt} /> · {t('replay.delivered', { count: replay.delivered })}
      </p>
    </Panel>
  );
}

function CallbackView({ callback }: { callback: Callback }) {
  const { t } = useTranslation('callbacks');
  const to = useAgencyPath();
  const mayWrite = useMay('callbacks:write');
  return (
    <>
      <PageHeader
        title={callback.description || new URL(callback.url).host}
        crumbs={[{ label: t('title'), to: to('/developers/callbacks') }]}
        tag={<EndpointTag {...callback} />}
        actions={mayWrite && <CallbackActs callback={callback} />}
      />
      <EndpointTrouble callback={callback} />
      <Panel title={t('attempts')}>
        <AttemptsTable id={callback.id} />
      </Panel>
      {callback.replay && <LastReplay replay={callback.replay} />}
      <Facts callback={callback} />
      <SecretPanel callback={callback} mayWrite={mayWrite} />
      <Panel title={t('sample')}>
        <p className="measure">{t('sampleLead')}</p>
        <Snippet text={SAMPLE} label={t('sample')} />
      </Panel>
    </>
  );
}

export default function CallbackPage() {
  const { callback: id = '' } = useParams();
  const callback = useGet('/v1/callbacks/{id}', { params: { path: { id } } });
  useRefreshed(['/v1/callbacks/{id}', '/v1/callbacks/{id}/attempts']);
  return (
    <PageBody>
      <Loaded from={callback}>{(data) => <CallbackView callback={data} />}</Loaded>
    </PageBody>
  );
}
