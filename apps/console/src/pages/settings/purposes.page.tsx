import { useTranslation } from 'react-i18next';
import { type Answer, useList } from '../../api/queries.js';
import { Code, DataTable, EmptyState, later, Name, PageBody, PageHeader, Panel, Time } from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';

type Purpose = Answer<'/v1/purposes', 'get'>['data'][number];

const PurposeForm = later(async () => (await import('./purpose-form.js')).PurposeForm);

function Basis({ purpose: { basis, legalInstrument } }: { purpose: Purpose }) {
  const { t } = useTranslation('settings');
  return (
    <span className="grid">
      {t(`purposes.bases.${basis}`, { defaultValue: basis })}
      {legalInstrument && (
        <span className="text-sm text-muted">
          <Name>{legalInstrument}</Name>
        </span>
      )}
    </span>
  );
}

/** What the agency writes to people for. A version never changes: the same code again makes the next one. */
export default function PurposesPage() {
  const { t } = useTranslation('settings');
  const to = useAgencyPath();
  const mayAdd = useMay('purposes:write');
  const maySeeSettings = useMay('agency:write');
  const purposes = useList('/v1/purposes');
  return (
    <PageBody>
      <PageHeader
        title={t('purposes.heading')}
        lead={t('purposes.lead')}
        {...(maySeeSettings ? { crumbs: [{ label: t('title'), to: to('/settings') }] } : {})}
      />
      <DataTable
        caption={t('purposes.heading')}
        list={purposes}
        rowKey={({ id, version }) => `${id}.${version}`}
        empty={<EmptyState title={t('purposes.empty')}>{t('purposes.emptyAdvice')}</EmptyState>}
        columns={[
          {
            id: 'title',
            label: t('purposes.title'),
            cell: ({ title, code }) => (
              <span className="grid">
                <Name>{title}</Name>
                <span className="text-sm text-muted">
                  <Code>{code}</Code>
                </span>
              </span>
            ),
          },
          {
            id: 'category',
            label: t('purposes.category'),
            cell: ({ category }) => t(`purposes.categories.${category}`, { defaultValue: category }),
          },
          { id: 'basis', label: t('purposes.basis'), cell: (purpose) => <Basis purpose={purpose} /> },
          {
            id: 'objectable',
            label: t('purposes.mayObject'),
            cell: ({ objectable }) => t(objectable ? 'purposes.yes' : 'purposes.no'),
          },
          {
            id: 'since',
            label: t('purposes.since'),
            cell: ({ version, activeFrom }) => (
              <>
                {t('purposes.version', { version })} · <Time at={activeFrom} show="date" />
              </>
            ),
          },
        ]}
      />
      {mayAdd && (
        <Panel title={t('purposes.add')}>
          <PurposeForm />
        </Panel>
      )}
    </PageBody>
  );
}
