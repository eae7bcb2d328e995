import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useGet, useSend } from '../../api/queries.js';
import type { ShortLink } from '../../api/types.js';
import {
  Button,
  ConfirmDialog,
  Copyable,
  Dialog,
  EmptyState,
  Loaded,
  later,
  PageBody,
  PageHeader,
  Panel,
  tellDone,
  useDialog,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { QrPicture } from './qr-picture.js';

const LinkForm = later(async () => (await import('./link-form.js')).LinkForm);

const LIST = ['/v1/numbers/{id}/short-links'] as const;

function EditLink({ id, link }: { id: string; link?: ShortLink }) {
  const { t } = useTranslation('numbers');
  const dialog = useDialog();
  const label = t(link ? 'editLink' : 'addLink');
  return (
    <>
      <Button {...(link ? {} : { kind: 'primary' as const, icon: Plus })} onPress={dialog.open}>
        {label}
      </Button>
      <Dialog {...dialog.props} title={label}>
        <LinkForm id={id} onClose={dialog.props.onClose} {...(link ? { link } : {})} />
      </Dialog>
    </>
  );
}

function DeleteLink({ id, link: { code, prefilledMessage } }: { id: string; link: ShortLink }) {
  const { t } = useTranslation('numbers');
  const dialog = useDialog();
  const remove = useSend('delete', '/v1/numbers/{id}/short-links/{code}', { refreshes: LIST });
  return (
    <>
      <Button onPress={dialog.open}>{t('deleteLink')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('deleteLink')}
        confirmLabel={t('deleteLink')}
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { id, code } } });
          tellDone(t('linkDeleted'));
        }}
      >
        {t('deleteLinkText', { text: prefilledMessage })}
      </ConfirmDialog>
    </>
  );
}

function LinkCard({ id, link }: { id: string; link: ShortLink }) {
  const { t } = useTranslation('numbers');
  const mayWrite = useMay('numbers:write');
  return (
    <Panel title={link.prefilledMessage} level={3}>
      <div className="flex flex-wrap items-start gap-5">
        <QrPicture text={link.url} label={t('qrOf', { text: link.prefilledMessage })} fileName={link.code} />
        <div className="grid min-w-0 gap-3">
          <Copyable text={link.url} label={t('link')} />
          {mayWrite && (
            <div className="flex flex-wrap gap-3">
              <EditLink id={id} link={link} />
              <DeleteLink id={id} link={link} />
            </div>
          )}
        </div>
      </div>
    </Panel>
  );
}

/** Links into a chat, each with the picture that goes onto posters and letters. */
export default function LinksPage() {
  const { t } = useTranslation('numbers');
  const to = useAgencyPath();
  const mayWrite = useMay('numbers:write');
  const { number: id = '' } = useParams();
  const links = useGet('/v1/numbers/{id}/short-links', { params: { path: { id } } });
  return (
    <PageBody width="reading">
      <PageHeader
        title={t('links')}
        lead={t('linksLead')}
        crumbs={[
          { label: t('title'), to: to('/numbers') },
          { label: t('number'), to: to(`/numbers/${id}`) },
        ]}
        actions={mayWrite && <EditLink id={id} />}
      />
      <Loaded from={links} lines={6}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={t('noLinks')}>{t('noLinksAdvice')}</EmptyState>
          ) : (
            data.map((link) => <LinkCard key={link.code} id={id} link={link} />)
          )
        }
      </Loaded>
    </PageBody>
  );
}
