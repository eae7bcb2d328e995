import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGet, useList, useSend } from '../../api/queries.js';
import type { BreakGlass } from '../../api/types.js';
import {
  Button,
  ConfirmDialog,
  DataTable,
  Dialog,
  EmptyState,
  later,
  Name,
  PageBody,
  PageHeader,
  Tag,
  Time,
  tellDone,
  useDialog,
} from '../../kit/index.js';
import { useMe, useMeAgain } from '../../session/me.js';
import { PersonName } from '../../session/person-name.js';
import { Countdown } from './countdown.js';

const REFRESHES = ['/v1/platform/break-glass'] as const;

const RequestForm = later(async () => (await import('./break-glass-form.js')).BreakGlassForm);

type Act = { kind: 'approve' | 'close'; entry: BreakGlass };

function ActDialog({ act: { kind, entry }, name, onClose }: { act: Act; name: string; onClose: () => void }) {
  const { t } = useTranslation('platform');
  const readMeAgain = useMeAgain();
  const options = { refreshes: REFRESHES, onDone: readMeAgain };
  const approve = useSend('post', '/v1/platform/break-glass/{id}/approve', options);
  const close = useSend('post', '/v1/platform/break-glass/{id}/close', options);
  const send = kind === 'approve' ? approve : close;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      isDanger={kind === 'approve'}
      title={t(`glass.${kind}Title`, { name })}
      confirmLabel={t(`glass.${kind}Confirm`, { name })}
      onConfirm={async () => {
        await send.mutateAsync({ params: { path: { id: entry.id } } });
        tellDone(t(`glass.${kind}Done`, { name }));
      }}
    >
      <p dir="auto">“{entry.reason}”</p>
      <p>{t(`glass.${kind}Effect`, { count: entry.minutes })}</p>
    </ConfirmDialog>
  );
}

function State({ entry: { state, until } }: { entry: BreakGlass }) {
  const { t } = useTranslation('platform');
  const words = t(`glass.state.${state}`);
  if (state === 'open')
    return (
      <span className="grid justify-items-start gap-1">
        <Tag tone="warn">{words}</Tag>
        {until && <Countdown until={until} />}
      </span>
    );
  return state === 'requested' ? <Tag tone="info">{words}</Tag> : words;
}

function Acts({ entry, name, onAct }: { entry: BreakGlass; name: string; onAct: (act: Act) => void }) {
  const { t } = useTranslation('platform');
  const me = useMe();
  const isOwn = entry.requestedBy === me.id;
  const button = (kind: Act['kind']) => (
    <Button kind="quiet" aria-label={t(`glass.${kind}Confirm`, { name })} onPress={() => onAct({ kind, entry })}>
      {t(`glass.${kind}`)}
    </Button>
  );
  if (entry.state === 'open') return button('close');
  if (entry.state !== 'requested') return null;
  return (
    <span className="flex flex-wrap gap-2">
      {!isOwn && button('approve')}
      {button('close')}
      {isOwn && <span className="text-sm text-muted">{t('glass.waits')}</span>}
    </span>
  );
}

/** Who of the platform entered an agency, why, and for how long; asking for it, approving, ending. */
export default function BreakGlassPage() {
  const { t } = useTranslation('platform');
  const dialog = useDialog();
  const [act, setAct] = useState<Act>();
  const entries = useList('/v1/platform/break-glass');
  const agencies = useGet('/v1/platform/agencies', { params: { query: { limit: 100 } } });
  const nameOf = (id: string) => agencies.data?.data.find((one) => one.id === id)?.name ?? id;
  return (
    <PageBody>
      <PageHeader
        title={t('glass.title')}
        lead={t('glass.lead')}
        actions={
          <Button kind="primary" onPress={dialog.open}>
            {t('glass.ask')}
          </Button>
        }
      />
      <DataTable
        caption={t('glass.title')}
        list={entries}
        rowKey={({ id }) => id}
        isMarked={({ state }) => state === 'open'}
        empty={<EmptyState title={t('glass.empty')}>{t('glass.emptyAdvice')}</EmptyState>}
        columns={[
          { id: 'agency', label: t('agency'), cell: ({ agencyId }) => <Name>{nameOf(agencyId)}</Name> },
          { id: 'reason', label: t('reason'), cell: ({ reason }) => <span dir="auto">{reason}</span> },
          { id: 'state', label: t('state'), cell: (entry) => <State entry={entry} /> },
          {
            id: 'asked',
            label: t('glass.askedBy'),
            cell: ({ requestedBy, requestedAt }) => (
              <>
                <PersonName id={requestedBy} unknown={t('colleague')} />, <Time at={requestedAt} />
              </>
            ),
          },
          {
            id: 'approved',
            label: t('glass.approvedBy'),
            cell: ({ approvedBy }) => (approvedBy ? <PersonName id={approvedBy} unknown={t('colleague')} /> : '–'),
          },
          {
            id: 'acts',
            label: t('actions'),
            cell: (entry) => <Acts entry={entry} name={nameOf(entry.agencyId)} onAct={setAct} />,
          },
        ]}
      />
      <Dialog {...dialog.props} title={t('glass.ask')}>
        <RequestForm onClose={dialog.props.onClose} />
      </Dialog>
      {act && <ActDialog act={act} name={nameOf(act.entry.agencyId)} onClose={() => setAct(undefined)} />}
    </PageBody>
  );
}
