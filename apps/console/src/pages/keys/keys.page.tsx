import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/queries.js';
import {
  Code,
  DataTable,
  EmptyState,
  LinkButton,
  Name,
  Num,
  PageBody,
  PageHeader,
  TextLink,
  Time,
} from '../../kit/index.js';
import { DepartmentName } from '../../session/department-name.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { KeyTag } from './key-tag.js';

export default function KeysPage() {
  const { t } = useTranslation('keys');
  const to = useAgencyPath();
  const mayAdd = useMay('api-keys:write');
  const keys = useList('/v1/api-keys');
  const add = mayAdd && (
    <LinkButton kind="primary" icon={Plus} to={to('/developers/keys/new')}>
      {t('add')}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHeader title={t('title')} lead={t('lead')} actions={add} />
      <DataTable
        caption={t('title')}
        list={keys}
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
            cell: (key) => (
              <span className="flex flex-wrap items-center gap-2">
                <TextLink to={to(`/developers/keys/${key.id}`)}>
                  <Name>{key.name}</Name>
                </TextLink>
                <KeyTag {...key} />
              </span>
            ),
          },
          { id: 'prefix', label: t('prefix'), cell: ({ prefix }) => <Code>{prefix}…</Code> },
          { id: 'mode', label: t('mode'), cell: ({ mode }) => t(`modes.${mode}`) },
          {
            id: 'department',
            label: t('department'),
            cell: ({ departmentId }) => <DepartmentName id={departmentId} />,
          },
          {
            id: 'used',
            label: t('lastUsed'),
            cell: ({ lastUsedAt }) => (lastUsedAt ? <Time at={lastUsedAt} /> : t('never')),
          },
          { id: 'calls', label: t('calls'), isNumber: true, cell: ({ calls7Days }) => <Num value={calls7Days} /> },
          { id: 'expires', label: t('expires'), cell: ({ expiresAt }) => <Time at={expiresAt} show="date" /> },
        ]}
      />
    </PageBody>
  );
}
