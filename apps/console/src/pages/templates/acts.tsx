import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../api/queries.js';
import {
  Button,
  ConfirmDialog,
  Dialog,
  LinkButton,
  later,
  Menu,
  ReasonDialog,
  tellDone,
  useDialog,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { REFRESHES } from './refreshes.js';
import type { TemplateDetails } from './types.js';

// What forms are made of is loaded when the first one is asked for.
const CopyForm = later(async () => (await import('./copy-form.js')).CopyForm);
const LanguageForm = later(async () => (await import('./language-form.js')).LanguageForm);

interface OfTemplate {
  details: TemplateDetails;
}

/** Copying is offered in two places of the page. */
interface Copying {
  copying: ReturnType<typeof useDialog>;
}

function AskAct({ details: { id, draftVersion } }: OfTemplate) {
  const { t } = useTranslation('templates');
  const dialog = useDialog();
  const submit = useSend('post', '/v1/templates/{id}/submit', { refreshes: REFRESHES });
  return (
    <>
      <Button kind="primary" onPress={dialog.open}>
        {t('ask')}
      </Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('ask')}
        isDanger={false}
        confirmLabel={t('askConfirm', { version: draftVersion })}
        onConfirm={async () => {
          await submit.mutateAsync({ params: { path: { id } }, body: { version: draftVersion ?? 1 } });
          tellDone(t('asked'));
        }}
      >
        {t('askFacts')}
      </ConfirmDialog>
    </>
  );
}

function DecideActs({ details: { id, draftVersion } }: OfTemplate) {
  const { t } = useTranslation('templates');
  const [approving, sendingBack] = [useDialog(), useDialog()];
  const approve = useSend('post', '/v1/templates/{id}/approve', { refreshes: REFRESHES });
  const reject = useSend('post', '/v1/templates/{id}/reject', { refreshes: REFRESHES });
  const version = draftVersion ?? 1;
  return (
    <>
      <Button kind="primary" onPress={approving.open}>
        {t('approve')}
      </Button>
      <Button onPress={sendingBack.open}>{t('sendBack')}</Button>
      <ConfirmDialog
        {...approving.props}
        title={t('approve')}
        isDanger={false}
        confirmLabel={t('approveConfirm', { version })}
        onConfirm={async () => {
          await approve.mutateAsync({ params: { path: { id } }, body: { version } });
          tellDone(t('approved'));
        }}
      >
        {t('approveFacts')}
      </ConfirmDialog>
      <ReasonDialog
        {...sendingBack.props}
        title={t('sendBack')}
        reasonLabel={t('whatToChange')}
        confirmLabel={t('sendBack')}
        onConfirm={async (reason) => {
          await reject.mutateAsync({ params: { path: { id } }, body: { version, reason } });
          tellDone(t('sentBack'));
        }}
      />
    </>
  );
}

function MoreActs({ details, copying }: OfTemplate & Copying) {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const [adding, archiving, deleting] = [useDialog(), useDialog(), useDialog()];
  const { id, name, language, archivedAt, status } = details;
  const archive = useSend('post', archivedAt ? '/v1/templates/{id}/restore' : '/v1/templates/{id}/archive', {
    refreshes: REFRESHES,
  });
  const remove = useSend('delete', '/v1/templates/{id}', { refreshes: REFRESHES });
  return (
    <>
      <Menu
        label={t('more')}
        choices={[
          { id: 'language', label: t('addLanguage'), onAction: adding.open },
          { id: 'copy', label: t('copy'), onAction: copying.open },
          { id: 'archive', label: t(archivedAt ? 'restore' : 'archive'), onAction: archiving.open },
          ...(status === 'DELETED' ? [] : [{ id: 'delete', label: t('delete'), onAction: deleting.open }]),
        ]}
      />
      <Dialog title={t('copy')} {...copying.props}>
        <CopyForm details={details} onClose={copying.props.onClose} />
      </Dialog>
      <Dialog title={t('addLanguage')} {...adding.props}>
        <LanguageForm details={details} onClose={adding.props.onClose} />
      </Dialog>
      <ConfirmDialog
        {...archiving.props}
        title={t(archivedAt ? 'restore' : 'archive')}
        isDanger={!archivedAt}
        confirmLabel={t(archivedAt ? 'restoreConfirm' : 'archiveConfirm', { name })}
        onConfirm={async () => {
          await archive.mutateAsync({ params: { path: { id } } });
          tellDone(t(archivedAt ? 'restored' : 'archived'));
        }}
      >
        {t(archivedAt ? 'restoreFacts' : 'archiveFacts')}
      </ConfirmDialog>
      <ConfirmDialog
        {...deleting.props}
        title={t('delete')}
        typed={name}
        confirmLabel={t('deleteConfirm', { name, language })}
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { id } } });
          tellDone(t('deleted'));
          await navigate(to('/templates'));
        }}
      >
        {t('deleteFacts')}
      </ConfirmDialog>
    </>
  );
}

/** What may be done with one language of a template, by who may do it. */
export function Acts({ details, copying }: OfTemplate & Copying) {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const mayWrite = useMay('templates:write');
  const mayApprove = useMay('templates:approve');
  const { review, name, language } = details;
  return (
    <>
      {mayWrite && (review === 'draft' || review === 'sent_back') && <AskAct details={details} />}
      {mayApprove && review === 'in_review' && <DecideActs details={details} />}
      {mayWrite && review !== 'approved' && (
        <LinkButton to={to(`/templates/${name}/${language}/edit`)}>{t(review ? 'edit' : 'writeVersion')}</LinkButton>
      )}
      {mayWrite && <MoreActs details={details} copying={copying} />}
    </>
  );
}
