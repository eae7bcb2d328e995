import { useTranslation } from 'react-i18next';
import { type Answer, useGet, useSend } from '../../api/queries.js';
import {
  Button,
  Code,
  ConfirmDialog,
  DescriptionList,
  Dialog,
  EmptyState,
  Loaded,
  later,
  PageBody,
  PageHeader,
  Panel,
  TextLink,
  tellDone,
  useDialog,
  useLocaleTag,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { clockTime, type Day, useDaysWords } from './clock-words.js';
import { QuietPurposes } from './quiet-purposes.js';

type QuietHours = Answer<'/v1/quiet-hours', 'get'>;

const QuietForm = later(async () => (await import('./quiet-form.js')).QuietForm);

function SetHours({ quiet, label, isPrimary }: { quiet?: QuietHours; label: string; isPrimary?: boolean }) {
  const { t } = useTranslation('sending');
  const dialog = useDialog();
  return (
    <>
      <Button {...(isPrimary ? { kind: 'primary' as const } : {})} onPress={dialog.open}>
        {label}
      </Button>
      <Dialog {...dialog.props} title={t('quiet.title')}>
        <QuietForm {...(quiet ? { quiet } : {})} onClose={dialog.props.onClose} />
      </Dialog>
    </>
  );
}

function RemoveHours() {
  const { t } = useTranslation('sending');
  const dialog = useDialog();
  const remove = useSend('delete', '/v1/quiet-hours', { refreshes: ['/v1/quiet-hours'] });
  return (
    <>
      <Button onPress={dialog.open}>{t('quiet.remove')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('quiet.removeTitle')}
        confirmLabel={t('quiet.remove')}
        onConfirm={async () => {
          await remove.mutateAsync({});
          tellDone(t('quiet.removed'));
        }}
      >
        <p>{t('quiet.removeEffect')}</p>
      </ConfirmDialog>
    </>
  );
}

function Hours({ quiet }: { quiet: QuietHours & { from: string; to: string } }) {
  const { t } = useTranslation('sending');
  const to = useAgencyPath();
  const locale = useLocaleTag();
  const daysWords = useDaysWords();
  const agency = useGet('/v1/agency');
  return (
    <DescriptionList
      facts={[
        { label: t('quiet.from'), value: <bdi>{clockTime(locale, quiet.from)}</bdi> },
        { label: t('quiet.to'), value: <bdi>{clockTime(locale, quiet.to)}</bdi> },
        { label: t('quiet.days'), value: daysWords(quiet.days as Day[]) },
        {
          label: t('quiet.zone'),
          value: <bdi>{agency.data?.timeZone}</bdi>,
          action: <TextLink to={to('/settings/time-zone')}>{t('quiet.changeZone')}</TextLink>,
        },
      ]}
    />
  );
}

function AgencyHours({ quiet }: { quiet: QuietHours }) {
  const { t } = useTranslation('sending');
  const { from, to } = quiet;
  if (from === null || to === null)
    return (
      <EmptyState title={t('quiet.none')} action={<SetHours isPrimary label={t('quiet.set')} />}>
        {t('quiet.noneAdvice')}
      </EmptyState>
    );
  return (
    <Panel
      title={t('quiet.hours')}
      actions={
        <>
          <SetHours quiet={quiet} label={t('change')} />
          <RemoveHours />
        </>
      }
    >
      <Hours quiet={{ ...quiet, from, to }} />
      <p className="measure text-muted">{t('quiet.meaning')}</p>
    </Panel>
  );
}

/** One message may leave all the same: who can let it, how, and where it is on record. */
function Override() {
  const { t } = useTranslation('sending');
  const to = useAgencyPath();
  const maySeeLog = useMay('audit:read');
  return (
    <Panel title={t('quiet.override.title')}>
      <div className="measure grid gap-3">
        <p>{t('quiet.override.who')}</p>
        <p>{t('quiet.override.how')}</p>
        <p>
          <Code>{'"overrideQuietHours": { "reason": "…" }'}</Code>
        </p>
        <p>{t('quiet.override.record')}</p>
      </div>
      {maySeeLog && (
        <p>
          <TextLink to={to('/audit?type=message.quiet_hours_overridden')}>{t('quiet.override.log')}</TextLink>
        </p>
      )}
    </Panel>
  );
}

/** When the agency writes to nobody, and which messages wait for that. */
export default function QuietHoursPage() {
  const { t } = useTranslation('sending');
  const to = useAgencyPath();
  const quiet = useGet('/v1/quiet-hours');
  const maySeePurposes = useMay('purposes:read');
  return (
    <PageBody width="reading">
      <PageHeader
        title={t('quiet.title')}
        lead={t('quiet.lead')}
        crumbs={[{ label: t('settings'), to: to('/settings') }]}
      />
      <Loaded from={quiet}>{(data) => <AgencyHours quiet={data} />}</Loaded>
      {maySeePurposes && <QuietPurposes />}
      <Override />
    </PageBody>
  );
}
