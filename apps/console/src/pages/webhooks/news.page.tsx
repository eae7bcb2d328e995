import { useTranslation } from 'react-i18next';
import { useList } from '../../api/queries.js';
import { Code, DataTable, EmptyState, Name, PageBody, PageHeader, Tag, Time } from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';

const TONES = ['neutral', 'warn', 'bad'] as const;

function Detail({ detail }: { detail: Record<string, unknown> }) {
  const { t } = useTranslation('webhooks');
  return (
    <span className="grid gap-1 text-sm [overflow-wrap:anywhere]">
      {Object.entries(detail).map(([key, value]) => (
        <span key={key}>
          <span className="text-muted">{t(`news.details.${key}`, { defaultValue: key })}</span>{' '}
          {key === 'until' ? <Time at={String(value)} show="exact" /> : <Name>{String(value)}</Name>}
        </span>
      ))}
    </span>
  );
}

/** What WhatsApp told of the agency’s numbers and accounts, newest first. */
export default function NewsPage() {
  const { t } = useTranslation('webhooks');
  const to = useAgencyPath();
  const news = useList('/v1/whatsapp-news');
  const weight = (value: number) => (
    <Tag tone={TONES[value] ?? 'neutral'}>{t(`news.weights.${value}`, { defaultValue: t('news.weights.0') })}</Tag>
  );
  return (
    <PageBody>
      <PageHeader
        title={t('news.title')}
        lead={t('news.lead')}
        crumbs={[{ label: t('news.numbers'), to: to('/numbers') }]}
      />
      <DataTable
        caption={t('news.title')}
        list={news}
        rowKey={({ id }) => id}
        isMarked={({ weight: value }) => value === 2}
        empty={<EmptyState title={t('news.empty')}>{t('news.emptyAdvice')}</EmptyState>}
        columns={[
          { id: 'at', label: t('news.happened'), cell: ({ happenedAt }) => <Time at={happenedAt} /> },
          {
            id: 'about',
            label: t('news.about'),
            cell: ({ field }) => t(`news.fields.${field}`, { defaultValue: field }),
          },
          { id: 'event', label: t('news.event'), cell: ({ event }) => <Code>{event}</Code> },
          { id: 'weight', label: t('news.weight'), cell: ({ weight: value }) => weight(value) },
          { id: 'detail', label: t('news.detail'), cell: ({ detail }) => <Detail detail={detail} /> },
        ]}
      />
    </PageBody>
  );
}
