import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useGet } from '../../api/queries.js';
import type { Agency, PhoneNumber } from '../../api/types.js';
import { loadArea } from '../../i18n/i18n.js';
import {
  Banner,
  Code,
  DataTable,
  DescriptionList,
  LinkButton,
  Loaded,
  Name,
  PageBody,
  PageHeader,
  Panel,
  Tag,
  TextLink,
  Time,
} from '../../kit/index.js';
import { FactValue } from '../settings/fact-value.js';
import { FACTS } from '../settings/facts.js';
import { ChangeDetails, Close, Reactivate, Suspend } from './agency-acts.js';
import { AgencyOnboarding } from './onboarding-stepper.js';

await Promise.all([loadArea('settings'), loadArea('numbers')]);

const TONES = { trial: 'info', live: 'ok', suspended: 'bad', closed: 'neutral' } as const;

function Numbers({ id, numbers, mayAdd }: { id: string; numbers: readonly PhoneNumber[]; mayAdd: boolean }) {
  const { t } = useTranslation('platform');
  return (
    <Panel
      title={t('numbers')}
      actions={mayAdd && <LinkButton to={`/platform/agencies/${id}/numbers/new`}>{t('connect')}</LinkButton>}
    >
      <DataTable
        caption={t('numbers')}
        rows={numbers}
        rowKey={(number) => number.id}
        empty={<p className="text-muted">{t('noNumbers')}</p>}
        columns={[
          {
            id: 'number',
            label: t('number'),
            cell: (number) => (
              <TextLink to={`/platform/agencies/${id}/numbers/${number.id}`}>
                <Code>{number.displayPhoneNumber}</Code>
              </TextLink>
            ),
          },
          { id: 'name', label: t('displayName'), cell: ({ verifiedName }) => <Name>{verifiedName}</Name> },
          { id: 'state', label: t('state'), cell: ({ state }) => t(`numbers:states.${state}`) },
        ]}
      />
    </Panel>
  );
}

function AgencyView({ agency }: { agency: Agency }) {
  const { t } = useTranslation('platform');
  const { id, name, slug, status, statusReason, statusAt, createdAt } = agency;
  const numbers = useGet('/v1/platform/agencies/{id}/numbers', { params: { path: { id } } });
  const isOpen = status !== 'closed';
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: t('title'), to: '/platform' }]}
        tag={<Tag tone={TONES[status as keyof typeof TONES] ?? 'neutral'}>{t(`stage.${status}`)}</Tag>}
        actions={isOpen && <LinkButton to={`/platform/agencies/${id}/go-live`}>{t('checklist')}</LinkButton>}
      />
      <AgencyOnboarding id={id} />
      {statusReason && (
        <Banner tone="warn" title={t('why')}>
          <span dir="auto">{statusReason}</span> (<Time at={statusAt} show="exact" />)
        </Banner>
      )}
      <Panel title={t('details')} actions={isOpen && <ChangeDetails agency={agency} />}>
        <DescriptionList
          facts={[
            ...FACTS.map((fact) => ({
              label: t(`settings:facts.${fact}`),
              value: <FactValue fact={fact} agency={agency} />,
            })),
            { label: t('slug'), value: <Code>{slug}</Code> },
            { label: t('createdAt'), value: <Time at={createdAt} show="date" /> },
          ]}
        />
      </Panel>
      <Loaded from={numbers}>{({ data }) => <Numbers id={id} numbers={data} mayAdd={isOpen} />}</Loaded>
      {isOpen && (
        <Panel title={t('stop')}>
          <p className="measure text-muted">{t('stopLead')}</p>
          <div className="flex flex-wrap gap-3">
            {status === 'suspended' ? <Reactivate agency={agency} /> : <Suspend agency={agency} />}
            <Close agency={agency} />
          </div>
        </Panel>
      )}
    </>
  );
}

export default function AgencyPage() {
  const { t } = useTranslation('platform');
  const { id = '' } = useParams();
  const agency = useGet('/v1/platform/agencies/{id}', { params: { path: { id } } });
  return (
    <PageBody width="reading">
      {/* Its name is not known: the page still says where one is. */}
      {agency.error && !agency.data && <PageHeader title={t('agency')} />}
      <Loaded from={agency} lines={8}>
        {(data) => <AgencyView agency={data} />}
      </Loaded>
    </PageBody>
  );
}
