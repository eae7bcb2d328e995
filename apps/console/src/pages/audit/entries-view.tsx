import { useTranslation } from 'react-i18next';
import {
  type Column,
  EmptyState,
  type Filter,
  FilterBar,
  LongTable,
  NoResults,
  Num,
  PageBody,
  PageHeader,
  TextLink,
  Time,
  useFilters,
} from '../../kit/index.js';
import { NewRows } from '../../live/new-rows.js';
import { useAgencyPath } from '../../session/rights.js';
import { Actor } from './actor.js';
import { type Entry, sentenceOf } from './entry-words.js';
import { momentOf } from './moment.js';
import { Outcome } from './outcome.js';
import { useLog } from './use-log.js';

const CATEGORIES = [
  'auth',
  'access',
  'apikey',
  'agency',
  'contact',
  'template',
  'message',
  'campaign',
  'alert',
  'consent',
  'suppression',
  'privacy',
  'data',
  'webhook_in',
  'webhook_out',
  'control',
  'crypto',
  'audit',
  'system',
] as const;
const OUTCOMES = ['success', 'denied', 'failure', 'unknown'] as const;
const ACTORS = ['user', 'api_key', 'system', 'citizen', 'provider'] as const;

const NAMES = [
  'from',
  'to',
  'category',
  'type',
  'outcome',
  'actorKind',
  'actorId',
  'targetKind',
  'targetId',
  'reason',
] as const;

function useFilterFields(): Filter[] {
  const { t } = useTranslation('audit');
  const choices = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return [
    { name: 'from', label: t('filters.from'), type: 'datetime-local' },
    { name: 'to', label: t('filters.to'), type: 'datetime-local' },
    { name: 'category', label: t('filters.category'), choices: choices('categories', CATEGORIES) },
    { name: 'outcome', label: t('filters.outcome'), choices: choices('outcomes', OUTCOMES) },
    { name: 'actorKind', label: t('filters.actorKind'), choices: choices('actors', ACTORS) },
    { name: 'actorId', label: t('filters.actorId') },
    { name: 'targetKind', label: t('filters.targetKind') },
    { name: 'targetId', label: t('filters.targetId') },
    { name: 'type', label: t('filters.type') },
    { name: 'reason', label: t('filters.reason') },
  ];
}

function useColumns(): Column<Entry>[] {
  const { t } = useTranslation('audit');
  const to = useAgencyPath();
  return [
    {
      id: 'seq',
      label: t('columns.seq'),
      width: '6rem',
      isShort: true,
      cell: ({ seq, id }) => (
        <TextLink to={to(`/audit/${id}`)}>
          <Num value={Number(seq)} />
        </TextLink>
      ),
    },
    { id: 'at', label: t('columns.at'), width: '13rem', cell: ({ at }) => <Time at={at} show="seconds" /> },
    { id: 'what', label: t('columns.what'), cell: (entry) => sentenceOf(t, entry) },
    { id: 'who', label: t('columns.who'), cell: ({ actor }) => <Actor actor={actor} /> },
    {
      id: 'outcome',
      width: '9rem',
      label: t('columns.outcome'),
      cell: ({ outcome }) => (outcome === 'success' ? '' : <Outcome outcome={outcome} />),
    },
  ];
}

/** The log of an agency, or of the platform: whose it is, the membership says. */
export function EntriesView({ lead }: { lead: string }) {
  const { t } = useTranslation('audit');
  const { values, isFiltered, clear } = useFilters(NAMES);
  const { from, to, ...others } = values;
  const query = {
    ...others,
    ...(from ? { from: momentOf(from) } : {}),
    ...(to ? { to: momentOf(to) } : {}),
  };
  const { list, fresh, isPerhapsMore, show } = useLog(query);
  const filters = useFilterFields();
  const columns = useColumns();
  return (
    <PageBody>
      <PageHeader title={t('title')} lead={lead} />
      <FilterBar filters={filters} />
      <NewRows
        isShown={fresh > 0 || isPerhapsMore}
        label={fresh > 0 ? t('new', { count: fresh }) : t('readAgain')}
        onShow={show}
      />
      <LongTable
        caption={t('title')}
        list={list}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          isFiltered ? (
            <NoResults onClear={clear} />
          ) : (
            <EmptyState title={t('empty.title')}>{t('empty.advice')}</EmptyState>
          )
        }
      />
    </PageBody>
  );
}
