import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, useList, useSend } from '../../api/queries.js';
import {
  Button,
  Code,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Form,
  fields,
  into,
  Name,
  optionalText,
  PageBody,
  PageHeader,
  Panel,
  TextField,
  Time,
  tellDone,
  text,
} from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';

type Guest = Answer<'/v1/trial-guests', 'get'>['data'][number];

const REFRESHES = ['/v1/trial-guests'] as const;

const GUEST = fields({
  phone: into(text(), (typed) => typed.replaceAll(/[\s().-]/g, '')),
  name: optionalText(),
});

function AddGuest() {
  const { t } = useTranslation('settings');
  const add = useSend('post', '/v1/trial-guests', { refreshes: REFRESHES });
  return (
    <Panel title={t('guests.add')}>
      <Form
        schema={GUEST}
        submitLabel={t('guests.add')}
        isEmptiedAfter
        onSubmit={async (body) => {
          await add.mutateAsync({ body });
          tellDone(t('guests.added'));
        }}
      >
        <TextField
          name="phone"
          type="tel"
          isCode
          width="short"
          autoComplete="off"
          label={t('guests.phone')}
          description={t('guests.phoneHint')}
        />
        <TextField name="name" isOptional autoComplete="off" label={t('guests.name')} />
      </Form>
    </Panel>
  );
}

function RemoveGuest({ guest: { id, phone, name }, onClose }: { guest: Guest; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const remove = useSend('delete', '/v1/trial-guests/{id}', { refreshes: REFRESHES });
  const who = name ?? phone;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('guests.removeTitle')}
      confirmLabel={t('guests.remove', { who })}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { path: { id } } });
        tellDone(t('guests.removed', { who }));
      }}
    >
      <p>{t('guests.removeEffect')}</p>
    </ConfirmDialog>
  );
}

/** The only people whom an agency on trial can write to. */
export default function GuestsPage() {
  const { t } = useTranslation('settings');
  const to = useAgencyPath();
  const guests = useList('/v1/trial-guests');
  const [leaving, setLeaving] = useState<Guest>();
  return (
    <PageBody width="reading">
      <PageHeader
        title={t('guests.title')}
        lead={t('guests.lead')}
        crumbs={[{ label: t('title'), to: to('/settings') }]}
      />
      <DataTable
        caption={t('guests.title')}
        list={guests}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('guests.empty')}>{t('guests.emptyAdvice')}</EmptyState>}
        columns={[
          { id: 'phone', label: t('guests.phone'), cell: ({ phone }) => <Code>{phone}</Code> },
          { id: 'name', label: t('guests.name'), cell: ({ name }) => <Name>{name ?? '–'}</Name> },
          { id: 'since', label: t('guests.since'), cell: ({ createdAt }) => <Time at={createdAt} show="date" /> },
          {
            id: 'actions',
            label: t('guests.actions'),
            cell: (guest) => (
              <Button
                kind="quiet"
                aria-label={t('guests.remove', { who: guest.name ?? guest.phone })}
                onPress={() => setLeaving(guest)}
              >
                {t('guests.removeShort')}
              </Button>
            ),
          },
        ]}
      />
      <AddGuest />
      {leaving && <RemoveGuest guest={leaving} onClose={() => setLeaving(undefined)} />}
    </PageBody>
  );
}
