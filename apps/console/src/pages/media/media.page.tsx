import { LayoutGrid, List } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../api/queries.js';
import { Button, EmptyState, FilterBar, NoResults, PageBody, PageHeader, useFilters } from '../../kit/index.js';
import { KINDS, type MediaKind, STATES } from '../../media/media-file.js';
import { Uploads } from '../../media/uploads.js';
import { useMay } from '../../session/rights.js';
import { FileList } from './file-list.js';

const TABLE = 'table';

/** What can be sent besides words. */
export default function MediaPage() {
  const { t } = useTranslation('media');
  const mayAdd = useMay('media:write');
  const [search, setSearch] = useSearchParams();
  const { values, isFiltered, clear } = useFilters(['kind', 'state']);
  const query = values as { kind?: MediaKind; state?: (typeof STATES)[number] };
  const files = useList('/v1/media', { params: { query } });
  const isTable = search.get('view') === TABLE;
  const turn = () =>
    setSearch((kept) => {
      if (isTable) kept.delete('view');
      else kept.set('view', TABLE);
      return kept;
    });
  return (
    <PageBody>
      <PageHeader title={t('title')} lead={t('lead')} />
      {mayAdd && <Uploads />}
      <FilterBar
        filters={[
          { name: 'kind', label: t('kind'), choices: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          {
            name: 'state',
            label: t('state'),
            choices: STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          },
        ]}
        actions={
          <Button icon={isTable ? LayoutGrid : List} onPress={turn}>
            {t(isTable ? 'asPictures' : 'asTable')}
          </Button>
        }
      />
      <FileList
        list={files}
        isTable={isTable}
        empty={
          isFiltered ? (
            <NoResults onClear={clear} />
          ) : (
            <EmptyState title={t('empty')}>{t(mayAdd ? 'emptyAdvice' : 'emptyAdviceReader')}</EmptyState>
          )
        }
      />
    </PageBody>
  );
}
