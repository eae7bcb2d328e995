import { Plus, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useList, useSend } from '../../api/queries.js';
import { useErrorWords } from '../../api/words.js';
import {
  Banner,
  Button,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  LinkButton,
  NoResults,
  PageBody,
  PageHeader,
  Tag,
  TextLink,
  Time,
  tellDone,
  useFilters,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { LanguageName } from './language-name.js';
import { STATUSES, standingOf } from './template-status.js';
import type { TemplateName } from './types.js';

function SyncFailed({ error }: { error: unknown }) {
  const { title, advice } = useErrorWords(error);
  return (
    <div role="alert">
      <Banner tone="bad" title={title}>
        {advice}
      </Banner>
    </div>
  );
}

/** Each language with where it stands; what is as it should be has no mark. */
function Languages({ languages }: { languages: TemplateName['languages'] }) {
  const { t } = useTranslation('templates');
  return (
    <ul className="grid gap-1">
      {languages.map((one) => {
        const { key, tone } = standingOf(one);
        const words = t(key, { defaultValue: one.status });
        return (
          <li key={one.id} className="flex flex-wrap items-center gap-x-2">
            <LanguageName code={one.language} /> {tone === 'ok' ? words : <Tag tone={tone}>{words}</Tag>}
            {one.status !== 'DRAFT' && one.review && <Tag tone="info">{t(`newVersion.${one.review}`)}</Tag>}
          </li>
        );
      })}
    </ul>
  );
}

function Why({ languages }: { languages: TemplateName['languages'] }) {
  const { t } = useTranslation('templates');
  const reasons = new Set(
    languages.flatMap(({ status, rejectedReason }) => (status === 'REJECTED' ? [rejectedReason ?? 'NONE'] : [])),
  );
  return [...reasons].map((reason) => t([`rejections.${reason}.words`, 'rejections.NONE.words'])).join(' ');
}

function useColumns(isOfRejected: boolean): Column<TemplateName>[] {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const why: Column<TemplateName> = {
    id: 'why',
    label: t('why'),
    cell: ({ languages }) => <Why languages={languages} />,
  };
  return [
    {
      id: 'name',
      label: t('name'),
      cell: ({ name, wabaId }) => <TextLink to={to(`/templates/${name}?account=${wabaId}`)}>{name}</TextLink>,
    },
    { id: 'languages', label: t('languages'), cell: ({ languages }) => <Languages languages={languages} /> },
    ...(isOfRejected ? [why] : []),
    {
      id: 'content',
      label: t('content'),
      cell: ({ body }) => (
        <span className="line-clamp-2" dir="auto">
          {body}
        </span>
      ),
    },
    {
      id: 'category',
      label: t('category'),
      cell: ({ category }) => t(`categories.${category}`, { defaultValue: category }),
    },
    { id: 'changed', label: t('changedAt'), cell: ({ changedAt }) => <Time at={changedAt} /> },
  ];
}

function useSync() {
  const { t } = useTranslation('templates');
  const sync = useSend('post', '/v1/templates/sync', {
    refreshes: ['/v1/templates', '/v1/templates/names', '/v1/go-live', '/v1/home'],
    onDone: ({ added, changed }) => tellDone(t('synced', { added, changed })),
  });
  return {
    button: (
      <Button icon={RefreshCw} isPending={sync.isPending} onPress={() => sync.mutate({})}>
        {t('sync')}
      </Button>
    ),
    error: sync.error,
  };
}

/** One row for each template, with all its languages. */
export default function TemplatesPage() {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const mayWrite = useMay('templates:write');
  const { values, isFiltered, clear } = useFilters(['status', 'review', 'name']);
  const templates = useList('/v1/templates/names', { params: { query: values } });
  const sync = useSync();
  const columns = useColumns(values.status === 'REJECTED');
  const write = mayWrite && (
    <LinkButton kind="primary" icon={Plus} to={to('/templates/new')}>
      {t('write')}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={mayWrite && [<span key="write">{write}</span>, <span key="sync">{sync.button}</span>]}
      />
      {sync.error && <SyncFailed error={sync.error} />}
      <FilterBar
        filters={[
          {
            name: 'status',
            label: t('state'),
            choices: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          },
          { name: 'review', label: t('ourReview'), choices: [{ value: 'in_review', label: t('review.in_review') }] },
          { name: 'name', label: t('partOfName') },
        ]}
      />
      <DataTable
        caption={t('title')}
        list={templates}
        rowKey={({ name, wabaId }) => `${wabaId} ${name}`}
        columns={columns}
        empty={
          isFiltered ? (
            <NoResults onClear={clear} />
          ) : (
            <EmptyState title={t('empty')} action={write}>
              {t(mayWrite ? 'emptyAdvice' : 'emptyAdviceReader')}
            </EmptyState>
          )
        }
      />
    </PageBody>
  );
}
