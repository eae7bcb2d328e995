import { useTranslation } from 'react-i18next';
import { type Answer, useGet } from '../../api/queries.js';
import { DataTable, DescriptionList, Loaded, Meter, Num, Panel, Time } from '../../kit/index.js';

type Usage = Answer<'/v1/departments/{id}/usage', 'get'>;

function Used({ label, value, quota }: { label: string; value: number; quota: number | null }) {
  const { t } = useTranslation('departments');
  if (quota) return <Meter label={label} value={value} limit={quota} />;
  return (
    <DescriptionList
      facts={[
        {
          label,
          value: (
            <>
              <Num value={value} />{' '}
              <span className="text-muted">({t(quota === 0 ? 'maySendNothing' : 'noQuota')})</span>
            </>
          ),
        },
      ]}
    />
  );
}

function Days({ days }: { days: Usage['days'] }) {
  const { t } = useTranslation('departments');
  return (
    <DataTable
      caption={t('days')}
      isCaptionShown
      rows={[...days].sort((a, b) => b.day.localeCompare(a.day))}
      rowKey={({ day }) => day}
      empty={<p className="text-muted">{t('noDays')}</p>}
      columns={[
        // Noon, so that no time zone makes another day of it.
        { id: 'day', label: t('day'), cell: ({ day }) => <Time at={`${day}T12:00:00`} show="date" /> },
        { id: 'n', label: t('messages'), isNumber: true, cell: ({ n }) => <Num value={n} /> },
      ]}
    />
  );
}

/** What the department has sent, beside what it may send. */
export function UsagePanel({ id }: { id: string }) {
  const { t } = useTranslation('departments');
  const usage = useGet('/v1/departments/{id}/usage', { params: { path: { id } } });
  return (
    <Panel title={t('usage')}>
      <Loaded from={usage}>
        {({ today, month, dailyQuota, monthlyQuota, days }) => (
          <>
            <Used label={t('today')} value={today} quota={dailyQuota} />
            <Used label={t('thisMonth')} value={month} quota={monthlyQuota} />
            <Days days={days} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}
