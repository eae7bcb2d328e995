import { UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useList, useSend } from '../../api/queries.js';
import type { BlockedUser } from '../../api/types.js';
import {
  Button,
  Code,
  ConfirmDialog,
  DataTable,
  Dialog,
  EmptyState,
  later,
  PageBody,
  PageHeader,
  tellDone,
  useDialog,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';

const BlockForm = later(async () => (await import('./block-form.js')).BlockForm);

const LIST = ['/v1/numbers/{id}/blocked-users'] as const;

function BlockSomebody({ id }: { id: string }) {
  const { t } = useTranslation('numbers');
  const dialog = useDialog();
  return (
    <>
      <Button kind="primary" icon={UserX} onPress={dialog.open}>
        {t('block')}
      </Button>
      <Dialog {...dialog.props} title={t('block')}>
        <BlockForm id={id} onClose={dialog.props.onClose} />
      </Dialog>
    </>
  );
}

/** Only who is a contact, or has a user id, can be named without the whole phone number. */
function Unblock({ id, person }: { id: string; person: BlockedUser }) {
  const { t } = useTranslation('numbers');
  const dialog = useDialog();
  const unblock = useSend('post', '/v1/numbers/{id}/blocked-users/unblock', { refreshes: LIST });
  const { contactId, userId } = person;
  const name = contactId ? { contactId } : userId ? { userId } : null;
  if (!name) return null;
  return (
    <>
      <Button onPress={dialog.open}>{t('unblock')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('unblock')}
        confirmLabel={t('unblock')}
        isDanger={false}
        onConfirm={async () => {
          await unblock.mutateAsync({ params: { path: { id } }, body: { people: [name] } });
          tellDone(t('unblocked'));
        }}
      >
        {t('unblockText')}
      </ConfirmDialog>
    </>
  );
}

/** People whom the number does not hear. */
export default function BlockedPage() {
  const { t } = useTranslation('numbers');
  const to = useAgencyPath();
  const mayWrite = useMay('numbers:write');
  const { number: id = '' } = useParams();
  const people = useList('/v1/numbers/{id}/blocked-users', { params: { path: { id } } });
  return (
    <PageBody width="reading">
      <PageHeader
        title={t('blocked')}
        lead={t('blockedLead')}
        crumbs={[
          { label: t('title'), to: to('/numbers') },
          { label: t('number'), to: to(`/numbers/${id}`) },
        ]}
        actions={mayWrite && <BlockSomebody id={id} />}
      />
      <DataTable
        caption={t('blocked')}
        list={people}
        rowKey={({ contactId, userId, phone }) => contactId ?? userId ?? phone ?? ''}
        empty={<EmptyState title={t('noBlocked')}>{t('noBlockedAdvice')}</EmptyState>}
        columns={[
          { id: 'person', label: t('person'), cell: ({ phone, userId }) => <Code>{phone ?? userId ?? ''}</Code> },
          {
            id: 'contact',
            label: t('actions'),
            cell: (person) =>
              person.contactId || person.userId ? (
                mayWrite && <Unblock id={id} person={person} />
              ) : (
                <span className="text-muted">{t('notContact')}</span>
              ),
          },
        ]}
      />
    </PageBody>
  );
}
