import { useTranslation } from 'react-i18next';
import { useList } from '../../api/queries.js';
import { loadArea } from '../../i18n/i18n.js';
import {
  Code,
  DataTable,
  EmptyState,
  Name,
  Num,
  PageBody,
  PageHeader,
  Tag,
  TextLink,
  Time,
  type Tone,
} from '../../kit/index.js';
import { useNumberWords } from '../numbers/number-words.js';

await loadArea('numbers');

const RISKS: Record<string, Tone> = { high: 'bad', medium: 'warn', low: 'info', none: 'ok' };

/** The numbers of all agencies, the one that most deserves a look first. */
export default function NumbersPage() {
  const { t } = useTranslation('platform');
  const ofNumbers = useTranslation('numbers').t;
  const words = useNumberWords();
  const numbers = useList('/v1/platform/numbers');
  return (
    <PageBody>
      <PageHeader
        title={t('allNumbers')}
        lead={t('allNumbersLead')}
        crumbs={[{ label: t('title'), to: '/platform' }]}
      />
      <DataTable
        caption={t('allNumbers')}
        list={numbers}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noNumbers')} />}
        columns={[
          {
            id: 'number',
            label: ofNumbers('number'),
            isShort: true,
            cell: ({ agencyId, id, displayPhoneNumber, mode }) => (
              <span className="flex flex-wrap items-center gap-2">
                <TextLink to={`/platform/agencies/${agencyId}/numbers/${id}`}>
                  <Code>{displayPhoneNumber}</Code>
                </TextLink>
                {mode === 'sandbox' && <Tag>{ofNumbers('sandbox')}</Tag>}
              </span>
            ),
          },
          { id: 'name', label: ofNumbers('displayName'), cell: ({ verifiedName }) => <Name>{verifiedName}</Name> },
          {
            id: 'risk',
            label: t('risk'),
            cell: ({ risk, reasons }) => (
              <span className="grid justify-items-start gap-1">
                <Tag tone={RISKS[risk] ?? 'neutral'}>{t(`numbersRisk.${risk}`)}</Tag>
                {reasons[0] && (
                  <span className="text-sm">{ofNumbers(`reasons.${reasons[0]}`, { defaultValue: reasons[0] })}</span>
                )}
              </span>
            ),
          },
          { id: 'quality', label: t('quality'), cell: (number) => words.quality(number).words },
          { id: 'limit', label: t('numberLimit'), cell: words.limit },
          {
            id: 'pace',
            label: ofNumbers('throughput'),
            isNumber: true,
            cell: ({ messagesPerSecond }) => <Num value={messagesPerSecond} />,
          },
          {
            id: 'asked',
            label: ofNumbers('refreshedAt'),
            cell: ({ refreshedAt }) => (refreshedAt ? <Time at={refreshedAt} /> : ofNumbers('never')),
          },
        ]}
      />
    </PageBody>
  );
}
