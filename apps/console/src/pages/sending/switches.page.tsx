import { useTranslation } from 'react-i18next';
import { useList } from '../../api/queries.js';
import { Button, Dialog, later, PageBody, PageHeader, useDialog } from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { Lifted, Stopped } from './switch-tables.js';

const StopForm = later(async () => (await import('./stop-form.js')).StopForm);

function Stop() {
  const { t } = useTranslation('sending');
  const dialog = useDialog();
  return (
    <>
      <Button kind="danger" onPress={dialog.open}>
        {t('stop.open')}
      </Button>
      <Dialog {...dialog.props} title={t('stop.open')} isAlert>
        <StopForm onClose={dialog.props.onClose} />
      </Dialog>
    </>
  );
}

/** Stops what the agency sends, all of it or a part, and lets it go on. */
export default function SwitchesPage() {
  const { t } = useTranslation('sending');
  const to = useAgencyPath();
  const mayStop = useMay('switches:write');
  const maySeeSettings = useMay('agency:write');
  const stopped = useList('/v1/switches', { params: { query: { state: 'on' } } });
  const lifted = useList('/v1/switches', { params: { query: { state: 'lifted' } } });
  return (
    <PageBody>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        {...(maySeeSettings ? { crumbs: [{ label: t('settings'), to: to('/settings') }] } : {})}
        actions={mayStop && <Stop />}
      />
      <Stopped switches={stopped} empty={t('none')} {...(mayStop ? { lift: '/v1/switches/{id}/lift' as const } : {})} />
      <Lifted switches={lifted} />
    </PageBody>
  );
}
