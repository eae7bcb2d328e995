import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type Column, DataTable, Name, type PagedList, TextLink, Time, useLocaleTag } from '../../kit/index.js';
import { FilePicture } from '../../media/file-picture.js';
import { type MediaFile, sizeWords, toneOf } from '../../media/media-file.js';
import { useAgencyPath } from '../../session/rights.js';
import { FileState } from './file-state.js';

function useFacts(): (file: MediaFile) => string {
  const { t } = useTranslation('media');
  const locale = useLocaleTag();
  return ({ kind, sizeBytes }) =>
    [kind ? t(`kinds.${kind}`) : '', sizeBytes === null ? '' : sizeWords(sizeBytes, locale)]
      .filter(Boolean)
      .join(' · ');
}

function FileName({ file }: { file: MediaFile }) {
  const { t } = useTranslation('media');
  const to = useAgencyPath();
  return (
    <TextLink to={to(`/media/${file.id}`)}>
      <span className="break-words">
        <Name>{file.name ?? t('noName')}</Name>
      </span>
    </TextLink>
  );
}

/** Pictures side by side. */
function Grid({ files }: { files: readonly MediaFile[] }) {
  const { t } = useTranslation('media');
  const factsOf = useFacts();
  return (
    <ul aria-label={t('title')} className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-4">
      {files.map((file) => (
        <li key={file.id} className="grid content-start gap-2 rounded-panel border border-line-soft bg-surface p-3">
          <FilePicture file={file} />
          <span className="grid min-w-0 gap-1">
            <FileName file={file} />
            <span className="text-sm text-muted">{factsOf(file)}</span>
            {toneOf(file.state) && (
              <span>
                <FileState state={file.state} />
              </span>
            )}
            {!file.altText && file.kind === 'image' && file.state === 'clean' && (
              <span className="text-sm text-muted">{t('noAltText')}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useColumns(): Column<MediaFile>[] {
  const { t } = useTranslation('media');
  const locale = useLocaleTag();
  return [
    { id: 'name', label: t('name'), cell: (file) => <FileName file={file} /> },
    { id: 'kind', label: t('kind'), cell: ({ kind }) => kind && t(`kinds.${kind}`) },
    { id: 'state', label: t('state'), cell: ({ state }) => <FileState state={state} /> },
    {
      id: 'size',
      label: t('size'),
      isNumber: true,
      cell: ({ sizeBytes }) => sizeBytes !== null && sizeWords(sizeBytes, locale),
    },
    { id: 'added', label: t('addedAt'), cell: ({ createdAt }) => <Time at={createdAt} /> },
  ];
}

/** The library, as pictures or as a table. */
export function FileList({ list, isTable, empty }: { list: PagedList<MediaFile>; isTable: boolean; empty: ReactNode }) {
  const { t } = useTranslation('media');
  const columns = useColumns();
  const files = list.data?.pages.flatMap((page) => page.data);
  // The table also says that it is loading, or that something is broken.
  if (isTable || !files || files.length === 0) {
    return <DataTable caption={t('title')} list={list} rowKey={({ id }) => id} columns={columns} empty={empty} />;
  }
  return (
    <div className="grid gap-4">
      <Grid files={files} />
      {list.hasNextPage && (
        <div>
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  );
}
