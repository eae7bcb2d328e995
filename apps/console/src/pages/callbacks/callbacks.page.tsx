import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, useGet } from '../../api/queries.js';
import {
  Code,
  DataTable,
  EmptyState,
  LinkButton,
  Loaded,
  Name,
  Num,
  PageBody,
  PageHeader,
  Sparkline,
  TextLink,
  Time,
} from '../../kit/index.js';
import { DepartmentName } from '../../session/department-name.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { EndpointTag } from './endpoint-state.js';

type Callbacks = Answer<'/v1/callbacks', 'get'>['data'];

function Recent({ recent: { succeeded, failed, hours } }: Pick<Callbacks[number], 'recent'>) {
  const { t } = useTranslation('callbacks');
  if (succeeded + failed === 0) return t('recentNone');
  const words = [t('recentTaken', { count: succeeded }), t('recentFailed', { count: failed })];
  return (
    <span className="grid gap-1">
      <Sparkline label={t('recentPicture')} bars={hours.map((hour) => ({ good: hour.succeeded, bad: hour.failed }))} />
      <span className="text-sm">{words.join(' · ')}</span>
    </span>
  );
}

function Endpoints({ callbacks, add }: { callbacks: Callbacks; add: ReactNode }) {
  const { t } = useTranslation('callbacks');
  const to = useAgencyPath();
  return (
    <DataTable
      caption={t('title')}
      rows={callbacks}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('empty')} action={add}>
          {t('emptyAdvice')}
        </EmptyState>
      }
      columns={[
        {
          id: 'url',
          label: t('url'),
          cell: ({ id, url, description }) => (
            <span className="grid">
              <TextLink to={to(`/developers/callbacks/${id}`)}>
                <Code>{url}</Code>
              </TextLink>
              {description && (
                <span className="text-sm text-muted">
                  <Name>{description}</Name>
                </span>
              )}
            </span>
          ),
        },
        { id: 'state', label: t('state'), cell: (callback) => <EndpointTag {...callback} /> },
        {
          id: 'department',
          label: t('department'),
          cell: ({ departmentId }) => (departmentId ? <DepartmentName id={departmentId} /> : t('allDepartments')),
        },
        { id: 'recent', label: t('recent24'), cell: ({ recent }) => <Recent recent={recent} /> },
        { id: 'waiting', label: t('waiting'), isNumber: true, cell: ({ waiting }) => <Num value={waiting} /> },
        {
          id: 'last',
          label: t('lastSuccess'),
          cell: ({ lastSuccessAt }) => (lastSuccessAt ? <Time at={lastSuccessAt} /> : t('never')),
        },
      ]}
    />
  );
}

/** Where the agency's systems are told what happens to their messages. */
export default function CallbacksPage() {
  const { t } = useTranslation('callbacks');
  const to = useAgencyPath();
  const mayAdd = useMay('callbacks:write');
  const callbacks = useGet('/v1/callbacks');
  const add = mayAdd && (
    <LinkButton kind="primary" icon={Plus} to={to('/developers/callbacks/new')}>
      {t('add')}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHeader title={t('title')} lead={t('lead')} actions={add} />
      <Loaded from={callbacks}>{({ data }) => <Endpoints callbacks={data} add={add} />}</Loaded>
    </PageBody>
  );
}
