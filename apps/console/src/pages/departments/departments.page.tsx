import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/queries.js';
import {
  DataTable,
  EmptyState,
  LinkButton,
  Name,
  Num,
  PageBody,
  PageHeader,
  Tag,
  TextLink,
  Time,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';

function Quota({ value }: { value: number | null }) {
  const { t } = useTranslation('departments');
  return value === null ? t('noQuota') : <Num value={value} />;
}

export default function DepartmentsPage() {
  const { t } = useTranslation('departments');
  const to = useAgencyPath();
  const mayAdd = useMay('departments:write');
  const departments = useList('/v1/departments');
  const add = mayAdd && (
    <LinkButton kind="primary" icon={Plus} to={to('/departments/new')}>
      {t('add')}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHeader title={t('title')} lead={t('lead')} actions={add} />
      <DataTable
        caption={t('title')}
        list={departments}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('empty')} action={add}>
            {t('emptyAdvice')}
          </EmptyState>
        }
        columns={[
          {
            id: 'name',
            label: t('name'),
            cell: ({ id, name, archivedAt }) => (
              <span className="flex flex-wrap items-center gap-2">
                <TextLink to={to(`/departments/${id}`)}>
                  <Name>{name}</Name>
                </TextLink>
                {archivedAt && <Tag>{t('archived')}</Tag>}
              </span>
            ),
          },
          { id: 'day', label: t('dailyQuota'), isNumber: true, cell: (one) => <Quota value={one.dailyQuota} /> },
          { id: 'month', label: t('monthlyQuota'), isNumber: true, cell: (one) => <Quota value={one.monthlyQuota} /> },
          { id: 'since', label: t('since'), cell: ({ createdAt }) => <Time at={createdAt} show="date" /> },
        ]}
      />
    </PageBody>
  );
}
