import { useTranslation } from 'react-i18next';
import { type Answer, useGet, useSend } from '../../api/queries.js';
import {
  Button,
  Code,
  ConfirmDialog,
  DataTable,
  Loaded,
  Name,
  Panel,
  Tag,
  Time,
  tellDone,
  useDialog,
} from '../../kit/index.js';

type OwnSession = Answer<'/v1/me/sessions', 'get'>['data'][number];

function EndSession({ session }: { session: OwnSession }) {
  const { t } = useTranslation('me');
  const dialog = useDialog();
  const end = useSend('delete', '/v1/me/sessions/{id}', { refreshes: ['/v1/me/sessions'] });
  const device = session.device ?? t('sessions.unknownDevice');
  if (session.current) return <Tag tone="ok">{t('sessions.current')}</Tag>;
  return (
    <>
      <Button kind="quiet" onPress={dialog.open} aria-label={t('sessions.endThis', { device })}>
        {t('sessions.end')}
      </Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('sessions.endTitle')}
        confirmLabel={t('sessions.endThis', { device })}
        onConfirm={async () => {
          await end.mutateAsync({ params: { path: { id: session.id } } });
          tellDone(t('sessions.ended'));
        }}
      >
        {t('sessions.endFacts')}
      </ConfirmDialog>
    </>
  );
}

function EndOthers() {
  const { t } = useTranslation('me');
  const dialog = useDialog();
  const end = useSend('delete', '/v1/me/sessions', { refreshes: ['/v1/me/sessions'] });
  return (
    <>
      <Button onPress={dialog.open}>{t('sessions.endOthers')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('sessions.endOthers')}
        confirmLabel={t('sessions.endOthers')}
        onConfirm={async () => {
          await end.mutateAsync({});
          tellDone(t('sessions.othersEnded'));
        }}
      >
        {t('sessions.endFacts')}
      </ConfirmDialog>
    </>
  );
}

export function SessionsPanel() {
  const { t } = useTranslation('me');
  const sessions = useGet('/v1/me/sessions');
  const hasOthers = (sessions.data?.data.length ?? 0) > 1;
  return (
    <Panel title={t('sessions.title')} actions={hasOthers && <EndOthers />}>
      <p className="measure text-muted">{t('sessions.lead')}</p>
      <Loaded from={sessions}>
        {({ data }) => (
          <DataTable
            caption={t('sessions.title')}
            rows={data}
            rowKey={({ id }) => id}
            empty={<p>{t('sessions.none')}</p>}
            columns={[
              {
                id: 'device',
                label: t('sessions.device'),
                cell: ({ device }) => <Name>{device ?? t('sessions.unknownDevice')}</Name>,
              },
              { id: 'network', label: t('sessions.network'), cell: ({ network }) => network && <Code>{network}</Code> },
              { id: 'since', label: t('sessions.since'), cell: ({ createdAt }) => <Time at={createdAt} /> },
              { id: 'used', label: t('sessions.used'), cell: ({ lastUsedAt }) => <Time at={lastUsedAt} /> },
              { id: 'end', label: t('sessions.act'), cell: (session) => <EndSession session={session} /> },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
