import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, useList, useSend } from '../../api/queries.js';
import { useErrorWords } from '../../api/words.js';
import { Banner, Button, ConfirmDialog, DataTable, Panel, Tag, Time, tellDone } from '../../kit/index.js';

type Invitation = Answer<'/v1/invitations', 'get'>['data'][number];

const isOver = ({ expiresAt }: Invitation): boolean => Date.parse(expiresAt) <= Date.now();

function WithdrawDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t } = useTranslation('team');
  const withdraw = useSend('delete', '/v1/invitations/{id}', { refreshes: ['/v1/invitations'] });
  const { id, email } = invitation;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('withdrawTitle')}
      confirmLabel={t('withdrawOf', { email })}
      onConfirm={async () => {
        await withdraw.mutateAsync({ params: { path: { id } } });
        tellDone(t('withdrawn', { email }));
      }}
    >
      <p>{t('withdrawEffect')}</p>
    </ConfirmDialog>
  );
}

function SendFailed({ error }: { error: unknown }) {
  const { title, advice } = useErrorWords(error);
  return (
    <div role="alert" className="px-5">
      <Banner tone="bad" title={title}>
        {advice}
      </Banner>
    </div>
  );
}

/** Who has been asked to join and has not come yet. */
export function Invitations() {
  const { t } = useTranslation('team');
  const invitations = useList('/v1/invitations');
  const [leaving, setLeaving] = useState<Invitation>();
  const resend = useSend('post', '/v1/invitations/{id}/resend', { refreshes: ['/v1/invitations'] });
  const sendAgain = ({ id, email }: Invitation) =>
    resend.mutate({ params: { path: { id } } }, { onSuccess: () => tellDone(t('resent', { email })) });
  return (
    <Panel title={t('invitations')} isFlush>
      {resend.error && <SendFailed error={resend.error} />}
      <div className="px-5">
        <DataTable
          caption={t('invitations')}
          list={invitations}
          rowKey={({ id }) => id}
          empty={<p className="text-muted">{t('noInvitations')}</p>}
          columns={[
            { id: 'email', label: t('email'), cell: ({ email }) => <bdi className="break-all">{email}</bdi> },
            {
              id: 'roles',
              label: t('rolesLabel'),
              cell: ({ roles }) => roles.map((role) => t(`roles.${role}`)).join(' · '),
            },
            {
              id: 'expires',
              label: t('expires'),
              cell: (one) =>
                isOver(one) ? <Tag tone="warn">{t('expired')}</Tag> : <Time at={one.expiresAt} show="exact" />,
            },
            {
              id: 'actions',
              label: t('actions'),
              cell: (one) => (
                <span className="flex flex-wrap gap-2">
                  <Button
                    kind="quiet"
                    aria-label={t('resendTo', { email: one.email })}
                    isPending={resend.isPending && resend.variables.params.path.id === one.id}
                    onPress={() => sendAgain(one)}
                  >
                    {t('resend')}
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={t('withdrawOf', { email: one.email })}
                    onPress={() => setLeaving(one)}
                  >
                    {t('withdraw')}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      </div>
      {leaving && <WithdrawDialog invitation={leaving} onClose={() => setLeaving(undefined)} />}
    </Panel>
  );
}
