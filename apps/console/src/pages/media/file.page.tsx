import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { request, useGet, useSend } from '../../api/queries.js';
import {
  Banner,
  Button,
  Code,
  ConfirmDialog,
  DescriptionList,
  Form,
  fields,
  Loaded,
  Name,
  PageBody,
  PageHeader,
  Panel,
  TextField,
  Time,
  tellDone,
  textOrNothing,
  useDialog,
  useLocaleTag,
} from '../../kit/index.js';
import { FilePicture } from '../../media/file-picture.js';
import { type MediaDetails, pathOf, sizeWords } from '../../media/media-file.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { FileState } from './file-state.js';

const REFRESHED = ['/v1/media', '/v1/media/{id}'] as const;
const ALT_TEXT_ROWS = 3;

/** A fresh link each time: it works for a few minutes only, and for what a citizen sent the log notes who asked. */
async function save(id: string): Promise<void> {
  const { url } = await request('get', '/v1/media/{id}/link', { params: { path: { id } } });
  location.assign(pathOf(url));
}

function Remove({ file }: { file: MediaDetails }) {
  const { t } = useTranslation('media');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const dialog = useDialog();
  const remove = useSend('delete', '/v1/media/{id}', { refreshes: ['/v1/media'] });
  return (
    <>
      <Button onPress={dialog.open}>{t('remove.open')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('remove.title')}
        confirmLabel={t('remove.open')}
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { id: file.id } } });
          tellDone(t('remove.done'));
          void navigate(to('/media'));
        }}
      >
        <p>{t('remove.effect')}</p>
      </ConfirmDialog>
    </>
  );
}

function AltText({ file }: { file: MediaDetails }) {
  const { t } = useTranslation('media');
  const change = useSend('patch', '/v1/media/{id}', { refreshes: REFRESHED });
  return (
    <Panel title={t('altText')}>
      <Form
        schema={fields({ altText: textOrNothing() })}
        submitLabel={t('save')}
        onSubmit={async ({ altText }) => {
          const body = { altText: altText ? altText : null };
          await change.mutateAsync({ params: { path: { id: file.id } }, body });
          tellDone(t('altTextSaved'));
        }}
      >
        <TextField
          name="altText"
          isOptional
          rows={ALT_TEXT_ROWS}
          label={t('altText')}
          description={t('altTextHint')}
          defaultValue={file.altText ?? ''}
        />
      </Form>
    </Panel>
  );
}

function Facts({ file }: { file: MediaDetails }) {
  const { t } = useTranslation('media');
  const locale = useLocaleTag();
  const { kind, mimeType, sizeBytes, width, height, origin, createdAt, lastSentAt, sha256 } = file;
  return (
    <Panel title={t('details')}>
      <DescriptionList
        facts={[
          { label: t('kind'), value: kind ? t(`kinds.${kind}`) : t('unknown') },
          ...(mimeType ? [{ label: t('type'), value: <Code>{mimeType}</Code> }] : []),
          ...(sizeBytes === null ? [] : [{ label: t('size'), value: sizeWords(sizeBytes, locale) }]),
          ...(width && height ? [{ label: t('pixels'), value: t('pixelsOf', { width, height }) }] : []),
          { label: t('origin'), value: t(`origins.${origin}`) },
          { label: t('addedAt'), value: <Time at={createdAt} show="exact" /> },
          { label: t('lastSent'), value: lastSentAt ? <Time at={lastSentAt} /> : t('never') },
          ...(sha256 ? [{ label: t('digest'), value: <Code>{sha256}</Code> }] : []),
        ]}
      />
    </Panel>
  );
}

function Uses({ file: { uses, copies } }: { file: MediaDetails }) {
  const { t } = useTranslation('media');
  return (
    <Panel title={t('whereUsed')}>
      {uses.length === 0 ? (
        <p className="text-muted">{t('unused')}</p>
      ) : (
        <ul className="grid gap-1">
          {uses.map(({ usedBy, id }) => (
            <li key={id}>
              {t(`users.${usedBy}`)} <Code>{id}</Code>
            </li>
          ))}
        </ul>
      )}
      {copies.map(({ numberId, expiresAt }) => (
        <p key={numberId} className="text-muted">
          {t('copyUntil')} <Time at={expiresAt} />
        </p>
      ))}
    </Panel>
  );
}

function FileView({ file }: { file: MediaDetails }) {
  const { t } = useTranslation('media');
  const to = useAgencyPath();
  const mayWrite = useMay('media:write');
  const { id, name, state, refusal } = file;
  return (
    <>
      <PageHeader
        title={name ?? t('noName')}
        crumbs={[{ label: t('title'), to: to('/media') }]}
        tag={state === 'clean' ? undefined : <FileState state={state} />}
        actions={
          <>
            {state === 'clean' && (
              <Button kind="primary" icon={Download} onPress={() => void save(id)}>
                {t('saveFile')}
              </Button>
            )}
            {mayWrite && <Remove file={file} />}
          </>
        }
      />
      {state !== 'clean' && (
        <Banner tone={state === 'quarantined' ? 'bad' : 'warn'} title={t(`trouble.${state}`)}>
          {refusal && t([`refusals.${refusal}`, 'refusals.other'])}
        </Banner>
      )}
      {file.kind !== null && <FilePicture file={file} isLarge />}
      {mayWrite ? <AltText file={file} /> : file.altText && <Name>{file.altText}</Name>}
      <Facts file={file} />
      <Uses file={file} />
    </>
  );
}

export default function FilePage() {
  const { media: id = '' } = useParams();
  const file = useGet('/v1/media/{id}', { params: { path: { id } } });
  return (
    <PageBody width="reading">
      <Loaded from={file}>{(data) => <FileView file={data} />}</Loaded>
    </PageBody>
  );
}
