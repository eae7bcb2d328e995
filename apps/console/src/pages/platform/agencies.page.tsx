import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/queries.js';
import type { AgencyInPipeline } from '../../api/types.js';
import {
  DataTable,
  EmptyState,
  FilterBar,
  LinkButton,
  Name,
  NoResults,
  Num,
  PageBody,
  PageHeader,
  Tag,
  TextLink,
  Time,
  useFilters,
} from '../../kit/index.js';

const STATUSES = ['trial', 'live', 'suspended', 'closed'] as const;

/** How far an agency has come; what waits for the platform stands out. */
function Stage({ agency: { status, goLive } }: { agency: AgencyInPipeline }) {
  const { t } = useTranslation('platform');
  if (status !== 'trial' || !goLive || goLive.state === 'withdrawn') return t(`stage.${status}`);
  const waitsForUs = goLive.state === 'requested' || goLive.state === 'approved-once';
  const words = t(`stage.${goLive.state}`);
  return (
    <span className="grid justify-items-start gap-1">
      {waitsForUs ? <Tag tone="warn">{words}</Tag> : words}
      <span className="text-sm text-muted">
        <Time at={goLive.requestedAt} />
      </span>
    </span>
  );
}

/** All agencies by how far they have come. */
export default function AgenciesPage() {
  const { t } = useTranslation('platform');
  const { values, isFiltered, clear } = useFilters(['status']);
  const agencies = useList('/v1/platform/agencies', {
    params: { query: values.status ? { status: values.status } : {} },
  });
  const add = (
    <LinkButton kind="primary" icon={Plus} to="/platform/agencies/new">
      {t('add')}
    </LinkButton>
  );
  const actions = (
    <>
      <LinkButton to="/platform/numbers">{t('allNumbers')}</LinkButton>
      {add}
    </>
  );
  return (
    <PageBody>
      <PageHeader title={t('title')} lead={t('lead')} actions={actions} />
      <FilterBar
        filters={[
          {
            name: 'status',
            label: t('status'),
            choices: STATUSES.map((value) => ({ value, label: t(`stage.${value}`) })),
          },
        ]}
      />
      <DataTable
        caption={t('title')}
        list={agencies}
        rowKey={({ id }) => id}
        empty={
          isFiltered ? (
            <NoResults onClear={clear} />
          ) : (
            <EmptyState title={t('empty')} action={add}>
              {t('emptyAdvice')}
            </EmptyState>
          )
        }
        columns={[
          {
            id: 'name',
            label: t('name'),
            cell: ({ id, name, status }) => (
              <span className="flex flex-wrap items-center gap-2">
                <TextLink to={`/platform/agencies/${id}`}>
                  <Name>{name}</Name>
                </TextLink>
                {status === 'suspended' && <Tag tone="bad">{t('stage.suspended')}</Tag>}
              </span>
            ),
          },
          { id: 'stage', label: t('stageLabel'), cell: (agency) => <Stage agency={agency} /> },
          { id: 'numbers', label: t('numbers'), isNumber: true, cell: ({ numbers }) => <Num value={numbers} /> },
          { id: 'people', label: t('people'), isNumber: true, cell: ({ people }) => <Num value={people} /> },
          {
            id: 'departments',
            label: t('departments'),
            isNumber: true,
            cell: ({ departments }) => <Num value={departments} />,
          },
          { id: 'since', label: t('since'), cell: ({ statusAt }) => <Time at={statusAt} show="date" /> },
        ]}
      />
    </PageBody>
  );
}
