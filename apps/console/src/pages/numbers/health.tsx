import { useTranslation } from 'react-i18next';
import type { PhoneNumber } from '../../api/types.js';
import { Code, DescriptionList, Num, Panel, Tag, Time } from '../../kit/index.js';
import { useNumberWords } from './number-words.js';

function Token({ token: { state, expiresAt } }: { token: PhoneNumber['token'] }) {
  const { t } = useTranslation('numbers');
  const words = t(`token.${state}`, { defaultValue: t('token.unknown') });
  return (
    <span className="flex flex-wrap items-center gap-2">
      {state === 'expired' || state === 'invalid' ? <Tag tone="bad">{words}</Tag> : words}
      {expiresAt && (
        <span className="text-muted">
          {t('until')} <Time at={expiresAt} show="exact" />
        </span>
      )}
    </span>
  );
}

function Hears({ hears }: { hears: boolean | null }) {
  const { t } = useTranslation('numbers');
  if (hears === null) return t('notKnown');
  return hears ? t('yes') : <Tag tone="bad">{t('no')}</Tag>;
}

/** How WhatsApp judges the number, and what it may send. */
export function Health({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const words = useNumberWords();
  const quality = words.quality(number);
  return (
    <Panel title={t('health')}>
      <DescriptionList
        facts={[
          {
            label: t('qualityLabel'),
            value: (
              <>
                <Tag tone={quality.tone}>{quality.words}</Tag>
                <p className="mt-1 text-sm text-muted">{t('qualityMeans')}</p>
              </>
            ),
          },
          {
            label: t('limit'),
            value: (
              <>
                {words.limit(number)}
                <p className="text-sm text-muted">{t('limitShared')}</p>
              </>
            ),
          },
          {
            label: t('throughput'),
            value: (
              <>
                <Num value={number.messagesPerSecond} /> {t('perSecond')}
              </>
            ),
          },
          { label: t('hears'), value: <Hears hears={number.hearsWebhooks} /> },
          { label: t('tokenLabel'), value: <Token token={number.token} /> },
          { label: t('pinLabel'), value: t(number.hasPin ? 'pinStored' : 'pinNotStored') },
          {
            label: t('refreshedAt'),
            value: number.refreshedAt ? <Time at={number.refreshedAt} /> : t('never'),
          },
          { label: t('metaIds'), value: <Code>{`${number.phoneNumberId} · ${number.wabaId}`}</Code> },
        ]}
      />
    </Panel>
  );
}
