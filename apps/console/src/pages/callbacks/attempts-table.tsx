import { useTranslation } from 'react-i18next';
import { type Answer, useList } from '../../api/queries.js';
import { DataTable, EmptyState, FilterBar, NoResults, Num, Tag, TextLink, Time, useFilters } from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { EVENT_GROUPS, wordOf } from './events.js';

export type Attempt = Answer<'/v1/callbacks/{id}/attempts', 'get'>['data'][number];

const FILTERS = ['outcome', 'event', 'eventId'] as const;
const TYPES = [...EVENT_GROUPS.flatMap(([, types]): readonly string[] => types), 'callback.test'];

/** The answer in a word or two; a success needs no colour. */
export function AttemptOutcome({ outcome, status, fault }: Pick<Attempt, 'outcome' | 'status' | 'fault'>) {
  const { t } = useTranslation('callbacks');
  if (outcome === 'succeeded') return <span>{t('answered', { status })}</span>;
  return <Tag tone="bad">{fault ? t(`faults.${fault}.short`) : t('answered', { status })}</Tag>;
}

/** Every call to an endpoint, newest first. */
export function AttemptsTable({ id }: { id: string }) {
  const { t } = useTranslation('callbacks');
  const to = useAgencyPath();
  const { values, isFiltered, clear } = useFilters(FILTERS);
  const list = useList('/v1/callbacks/{id}/attempts', { params: { path: { id }, query: values } });
  return (
    <>
      <FilterBar
        filters={[
          {
            name: 'outcome',
            label: t('outcome'),
            choices: ['succeeded', 'failed'].map((value) => ({ value, label: t(`outcomes.${value}`) })),
          },
          {
            name: 'event',
            label: t('event'),
            choices: TYPES.map((value) => ({ value, label: t(`types.${wordOf(value)}`) })),
          },
          { name: 'eventId', label: t('eventId') },
        ]}
      />
      <DataTable<Attempt>
        caption={t('attempts')}
        list={list}
        rowKey={(attempt) => attempt.id}
        empty={
          isFiltered ? (
            <NoResults onClear={clear} />
          ) : (
            <EmptyState title={t('noAttempts')}>{t('noAttemptsAdvice')}</EmptyState>
          )
        }
        columns={[
          {
            id: 'event',
            label: t('event'),
            cell: (attempt) => (
              <TextLink to={to(`/developers/callbacks/${id}/attempts/${attempt.id}`)}>
                {t(`types.${wordOf(attempt.event)}`)}
              </TextLink>
            ),
          },
          { id: 'at', label: t('at'), isShort: true, cell: ({ at }) => <Time at={at} /> },
          { id: 'outcome', label: t('outcome'), cell: (attempt) => <AttemptOutcome {...attempt} /> },
          {
            id: 'duration',
            label: t('duration'),
            isNumber: true,
            cell: ({ durationMs }) => <Num value={durationMs} unit="millisecond" />,
          },
          {
            id: 'attempt',
            label: t('attempt'),
            cell: ({ attempt, attempts }) => t('nOfM', { n: attempt, m: attempts }),
          },
          { id: 'next', label: t('next'), isShort: true, cell: ({ nextAt }) => nextAt && <Time at={nextAt} /> },
        ]}
      />
    </>
  );
}
