import { useTranslation } from 'react-i18next';
import { useList } from '../../api/queries.js';
import { Code, DataTable, EmptyState, Name, PageBody, PageHeader, Tag, TextLink, Time } from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { useNumberWords } from './number-words.js';

export default function NumbersPage() {
  const { t } = useTranslation('numbers');
  const to = useAgencyPath();
  const words = useNumberWords();
  const numbers = useList('/v1/numbers');
  return (
    <PageBody>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<TextLink to={to('/whatsapp-news')}>{t('news')}</TextLink>}
      />
      <DataTable
        caption={t('title')}
        list={numbers}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('empty')}>{t('emptyAdvice')}</EmptyState>}
        columns={[
          {
            id: 'number',
            label: t('number'),
            cell: ({ id, displayPhoneNumber, mode }) => (
              <span className="flex flex-wrap items-center gap-2">
                <TextLink to={to(`/numbers/${id}`)}>
                  <Code>{displayPhoneNumber}</Code>
                </TextLink>
                {mode === 'sandbox' && <Tag>{t('sandbox')}</Tag>}
              </span>
            ),
          },
          { id: 'name', label: t('displayName'), cell: ({ verifiedName }) => <Name>{verifiedName}</Name> },
          {
            id: 'state',
            label: t('state'),
            cell: ({ state, heldReason }) => {
              if (heldReason) return <Tag tone="bad">{t('held')}</Tag>;
              return state === 'connected' ? t('states.connected') : <Tag tone="warn">{t(`states.${state}`)}</Tag>;
            },
          },
          {
            id: 'quality',
            label: t('qualityLabel'),
            cell: (number) => {
              const quality = words.quality(number);
              const isFine = quality.tone === 'ok' || quality.tone === 'neutral';
              return isFine ? quality.words : <Tag tone={quality.tone}>{quality.words}</Tag>;
            },
          },
          { id: 'limit', label: t('limit'), cell: words.limit },
          {
            id: 'asked',
            label: t('refreshedAt'),
            cell: ({ refreshedAt }) => (refreshedAt ? <Time at={refreshedAt} /> : t('never')),
          },
        ]}
      />
    </PageBody>
  );
}
