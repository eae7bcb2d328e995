import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Answer, useList, useSend } from '../../api/queries.js';
import { useErrorWords } from '../../api/words.js';
import {
  Banner,
  Button,
  Code,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  Name,
  NoResults,
  PageBody,
  PageHeader,
  Tag,
  Time,
  tellDone,
  useFilters,
  useLocaleTag,
} from '../../kit/index.js';
import { useMay } from '../../session/rights.js';
import { STATUSES, toneOf } from './template-status.js';

type Template = Answer<'/v1/templates', 'get'>['data'][number];

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

/** What citizens would read, with the places of its variables. */
function Content({ template: { header, body, footer, buttons } }: { template: Template }) {
  return (
    <span className="grid gap-1 whitespace-pre-line" dir="auto">
      {header && <strong>{header}</strong>}
      <span>{body}</span>
      {footer && <span className="text-sm text-muted">{footer}</span>}
      {buttons.length > 0 && <span className="text-sm text-muted">{buttons.map(({ text }) => text).join(' · ')}</span>}
    </span>
  );
}

function Status({ status }: { status: string }) {
  const { t } = useTranslation('templates');
  const words = t(`status.${status}`, { defaultValue: status });
  const tone = toneOf(status);
  return tone ? <Tag tone={tone}>{words}</Tag> : words;
}

function useColumns(): Column<Template>[] {
  const { t } = useTranslation('templates');
  const languages = new Intl.DisplayNames(useLocaleTag(), { type: 'language' });
  return [
    {
      id: 'name',
      label: t('name'),
      cell: ({ name, language }) => (
        <span className="grid sm:min-w-56">
          <Code>{name}</Code>
          <span className="text-sm text-muted">{nameOf(languages, language)}</span>
        </span>
      ),
    },
    {
      id: 'category',
      label: t('category'),
      cell: ({ category }) => t(`categories.${category}`, { defaultValue: category }),
    },
    { id: 'status', label: t('state'), cell: ({ status }) => <Status status={status} /> },
    { id: 'content', label: t('content'), cell: (template) => <Content template={template} /> },
    { id: 'synced', label: t('syncedAt'), cell: ({ syncedAt }) => syncedAt && <Time at={syncedAt} /> },
  ];
}

/** Meta writes `pt_BR`; a language that nobody knows keeps its code. */
function nameOf(languages: Intl.DisplayNames, code: string) {
  try {
    return <Name>{languages.of(code.replaceAll('_', '-')) ?? code}</Name>;
  } catch {
    return <Code>{code}</Code>;
  }
}

/** The templates as WhatsApp last listed them. */
export default function TemplatesPage() {
  const { t } = useTranslation('templates');
  const maySync = useMay('templates:write');
  const { values, isFiltered, clear } = useFilters(['status', 'name']);
  const templates = useList('/v1/templates', { params: { query: values } });
  const sync = useSend('post', '/v1/templates/sync', {
    refreshes: ['/v1/templates', '/v1/go-live', '/v1/home'],
    onDone: ({ added, changed }) => tellDone(t('synced', { added, changed })),
  });
  const columns = useColumns();
  return (
    <PageBody>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          maySync && (
            <Button icon={RefreshCw} isPending={sync.isPending} onPress={() => sync.mutate({})}>
              {t('sync')}
            </Button>
          )
        }
      />
      {sync.error && <SyncFailed error={sync.error} />}
      <FilterBar
        filters={[
          {
            name: 'status',
            label: t('state'),
            choices: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          },
          { name: 'name', label: t('exactName') },
        ]}
      />
      <DataTable
        caption={t('title')}
        list={templates}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          isFiltered ? (
            <NoResults onClear={clear} />
          ) : (
            <EmptyState title={t('empty')}>{t(maySync ? 'emptyAdvice' : 'emptyAdviceReader')}</EmptyState>
          )
        }
      />
    </PageBody>
  );
}
