import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/queries.js';
import type { PhoneNumber } from '../../api/types.js';
import {
  Code,
  DescriptionList,
  EmptyState,
  Loaded,
  PageBody,
  PageHeader,
  Panel,
  Tag,
  TextLink,
  Time,
} from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { ConditionInShort } from './number-condition.js';
import { useNumberWords } from './number-words.js';

function State({ number: { state, heldReason } }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  if (heldReason) return <Tag tone="bad">{t('held')}</Tag>;
  return <Tag tone={state === 'connected' ? 'ok' : 'warn'}>{t(`states.${state}`)}</Tag>;
}

function NumberCard({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const to = useAgencyPath();
  const words = useNumberWords();
  const quality = words.quality(number);
  return (
    <Panel
      title={number.verifiedName}
      actions={
        <>
          {number.mode === 'sandbox' && <Tag>{t('sandbox')}</Tag>}
          <State number={number} />
        </>
      }
    >
      <p>
        <TextLink to={to(`/numbers/${number.id}`)}>
          <Code>{number.displayPhoneNumber}</Code>
        </TextLink>
      </p>
      <ConditionInShort id={number.id} messagingLimit={number.messagingLimit} />
      <DescriptionList
        facts={[
          { label: t('review'), value: words.nameStatus(number.nameStatus) },
          { label: t('qualityLabel'), value: <Tag tone={quality.tone}>{quality.words}</Tag> },
          { label: t('limit'), value: words.limit(number) },
          { label: t('refreshedAt'), value: number.refreshedAt ? <Time at={number.refreshedAt} /> : t('never') },
        ]}
      />
    </Panel>
  );
}

export default function NumbersPage() {
  const { t } = useTranslation('numbers');
  const to = useAgencyPath();
  const numbers = useGet('/v1/numbers');
  return (
    <PageBody>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<TextLink to={to('/whatsapp-news')}>{t('news')}</TextLink>}
      />
      <Loaded from={numbers} lines={8}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyAdvice')}</EmptyState>
          ) : (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
              {data.map((number) => (
                <NumberCard key={number.id} number={number} />
              ))}
            </div>
          )
        }
      </Loaded>
    </PageBody>
  );
}
