import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  Code,
  type Column,
  EmptyState,
  FilterBar,
  LinkButton,
  LongTable,
  Name,
  NoResults,
  PageBody,
  PageHeader,
  Tag,
  TextLink,
  Time,
  useFilters,
} from '../../kit/index.js';
import { NewRows } from '../../live/new-rows.js';
import { useLiveList } from '../../live/use-live-list.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { gistOf, type MessageSummary, typeOf } from './message-words.js';
import { StateWord } from './state-word.js';
import { STATES } from './states.js';

const FILTERS = ['state', 'direction', 'reference', 'contactId'] as const;

function useColumns(): Column<MessageSummary>[] {
  const { t } = useTranslation('messages');
  const to = useAgencyPath();
  return [
    {
      id: 'message',
      label: t('columns.message'),
      cell: (message) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink to={to(`/messages/${message.id}`)}>
            <Name>{gistOf(message) ?? t(`kinds.${typeOf(message)}`, { defaultValue: t('kinds.other') })}</Name>
          </TextLink>
          {message.mode === 'sandbox' && <Tag tone="info">{t('sandbox')}</Tag>}
        </span>
      ),
    },
    { id: 'state', label: t('columns.state'), width: '9rem', cell: ({ state }) => <StateWord state={state} /> },
    {
      id: 'direction',
      label: t('columns.direction'),
      width: '8rem',
      cell: ({ direction }) => t(`directions.${direction}`),
    },
    {
      id: 'purpose',
      label: t('columns.purpose'),
      width: '12.5rem',
      cell: ({ purpose }) => purpose && <Code>{purpose}</Code>,
    },
    {
      id: 'at',
      label: t('columns.at'),
      width: '10rem',
      cell: ({ acceptedAt }) => <Time at={acceptedAt} />,
      isShort: true,
    },
  ];
}

/** Every message of the agency, newest first. */
export default function MessagesPage() {
  const { t } = useTranslation('messages');
  const to = useAgencyPath();
  const maySend = useMay('messages:send');
  const columns = useColumns();
  const { values, isFiltered, clear } = useFilters(FILTERS);
  const { list, fresh, isMore, show } = useLiveList<MessageSummary>('/v1/messages', 'messages', {
    params: { query: values },
  });
  const sendTest = maySend && (
    <LinkButton kind="primary" icon={Send} to={to('/messages/new')}>
      {t('sendTest')}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHeader title={t('title')} lead={t('lead')} actions={sendTest} />
      <FilterBar
        filters={[
          {
            name: 'state',
            label: t('columns.state'),
            choices: STATES.map((state) => ({ value: state, label: t(`states.${state}`) })),
          },
          {
            name: 'direction',
            label: t('columns.direction'),
            choices: ['outbound', 'inbound'].map((value) => ({ value, label: t(`directions.${value}`) })),
          },
          { name: 'reference', label: t('filters.reference') },
          { name: 'contactId', label: t('filters.contact') },
        ]}
      />
      <NewRows isShown={fresh > 0} label={t(isMore ? 'moreNew' : 'new', { count: fresh })} onShow={show} />
      <LongTable
        caption={t('title')}
        list={list}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          isFiltered ? (
            <NoResults onClear={clear} />
          ) : (
            <EmptyState title={t('empty.title')} action={sendTest}>
              {t('empty.advice')}
            </EmptyState>
          )
        }
      />
    </PageBody>
  );
}
