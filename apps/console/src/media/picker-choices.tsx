import { useTranslation } from 'react-i18next';
import { useList } from '../api/queries.js';
import { Button, Loaded, Name } from '../kit/index.js';
import { useMay } from '../session/rights.js';
import { FilePicture } from './file-picture.js';
import type { MediaFile, MediaKind } from './media-file.js';
import { Uploads } from './uploads.js';

/** The clean files of a kind, newest first, and a place for a new one. */
export function PickerChoices({ kind, onChoose }: { kind: MediaKind; onChoose: (file: MediaFile) => void }) {
  const { t } = useTranslation('media');
  const mayAdd = useMay('media:write');
  const list = useList('/v1/media', { params: { query: { kind, state: 'clean' } } });
  return (
    <div className="grid gap-4">
      {mayAdd && <Uploads onAdded={(file) => file.state === 'clean' && file.kind === kind && onChoose(file)} />}
      <Loaded from={list}>
        {({ pages }) => {
          const files = pages.flatMap((page) => page.data);
          if (files.length === 0) return <p className="text-muted">{t('noneOfKind')}</p>;
          return (
            <ul aria-label={t('title')} className="grid max-h-96 grid-cols-2 gap-3 overflow-y-auto sm:grid-cols-3">
              {files.map((file) => (
                <li key={file.id} className="grid content-start gap-1">
                  <FilePicture file={file} />
                  <Button kind="quiet" onPress={() => onChoose(file)}>
                    <Name>{file.name ?? t('noName')}</Name>
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
