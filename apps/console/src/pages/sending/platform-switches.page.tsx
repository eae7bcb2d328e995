import { useTranslation } from 'react-i18next';
import { useList, useSend } from '../../api/queries.js';
import { Button, PageBody, PageHeader, ReasonDialog, tellDone, useDialog } from '../../kit/index.js';
import { useMe } from '../../session/me.js';
import { Lifted, Stopped } from './switch-tables.js';

function StopAll() {
  const { t } = useTranslation('sending');
  const dialog = useDialog();
  const stop = useSend('post', '/v1/platform/switches', { refreshes: ['/v1/platform/switches'] });
  return (
    <>
      <Button kind="danger" onPress={dialog.open}>
        {t('platform.open')}
      </Button>
      <ReasonDialog
        {...dialog.props}
        isDanger
        title={t('platform.stopTitle')}
        confirmLabel={t('platform.open')}
        acknowledge={t('platform.acknowledge')}
        onConfirm={async (reason) => {
          await stop.mutateAsync({ body: { reason } });
          tellDone(t('platform.done'));
        }}
      >
        <p>{t('platform.effect')}</p>
      </ReasonDialog>
    </>
  );
}

/** Stops the sending of all agencies. One person stops; somebody else lets it go on. */
export default function PlatformSwitchesPage() {
  const { t } = useTranslation('sending');
  const me = useMe();
  const stopped = useList('/v1/platform/switches', { params: { query: { state: 'on' } } });
  const lifted = useList('/v1/platform/switches', { params: { query: { state: 'lifted' } } });
  const isOn = stopped.data?.pages.some(({ data }) => data.length > 0);
  return (
    <PageBody>
      <PageHeader title={t('title')} lead={t('platform.lead')} actions={isOn === false && <StopAll />} />
      <Stopped
        switches={stopped}
        empty={t('platform.none')}
        lift="/v1/platform/switches/{id}/lift"
        whyNot={({ stoppedBy }) => (stoppedBy === me.id ? t('platform.somebodyElse') : undefined)}
      />
      <Lifted switches={lifted} />
    </PageBody>
  );
}
