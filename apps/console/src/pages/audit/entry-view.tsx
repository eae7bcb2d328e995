import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  Banner,
  Code,
  Copyable,
  DescriptionList,
  type Fact,
  Loaded,
  Name,
  Num,
  PageBody,
  PageHeader,
  Panel,
  TextLink,
  Time,
} from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import { Actor } from './actor.js';
import { DetailPanel } from './detail-panel.js';
import { type Entry, reasonOf, sentenceOf } from './entry-words.js';
import { isFingerprintOf, recordOf } from './exact-record.js';
import { Outcome } from './outcome.js';
import { useEntry } from './use-entry.js';

function useFacts(entry: Entry): Fact[] {
  const { t } = useTranslation('audit');
  const to = useAgencyPath();
  const mayReadMessages = useMay('messages:read');
  const { actor, target, basis, reason, requestId, network } = entry;
  const code = (label: string, text: string | undefined) =>
    text ? [{ label: t(label), value: <Code>{text}</Code> }] : [];
  return [
    { label: t('columns.at'), value: <Time at={entry.at} show="seconds" /> },
    { label: t('facts.utc'), value: <Code>{entry.at}</Code> },
    {
      label: t('columns.who'),
      value: <Actor actor={actor} />,
      action: <TextLink to={to(`/audit?actorId=${encodeURIComponent(actor.id)}`)}>{t('facts.allOfActor')}</TextLink>,
    },
    ...(target
      ? [
          {
            label: t('facts.target'),
            value: (
              <span className="grid">
                <span>
                  {t(`targets.${target.kind}`, { defaultValue: target.kind })}
                  {target.name && (
                    <>
                      : <Name>{target.name}</Name>
                    </>
                  )}
                </span>
                {target.kind === 'message' && mayReadMessages ? (
                  <TextLink to={to(`/messages/${target.id}`)}>
                    <Code>{target.id}</Code>
                  </TextLink>
                ) : (
                  <Code>{target.id}</Code>
                )}
              </span>
            ),
            action: (
              <TextLink to={to(`/audit?targetId=${encodeURIComponent(target.id)}`)}>{t('facts.allOfTarget')}</TextLink>
            ),
          },
        ]
      : []),
    { label: t('columns.outcome'), value: <Outcome outcome={entry.outcome} /> },
    ...(reason ? [{ label: t('filters.reason'), value: reasonOf(t, reason) }] : []),
    ...(basis ? [{ label: t('facts.basis'), value: t(`bases.${basis}`, { defaultValue: basis }) }] : []),
    { label: t('filters.category'), value: t(`categories.${entry.category}`, { defaultValue: entry.category }) },
    ...code('filters.type', entry.type),
    ...code('facts.network', network),
    ...code('facts.request', requestId),
  ];
}

/** This browser computes the fingerprint itself. */
function Fingerprint({ entry }: { entry: Entry }) {
  const { t } = useTranslation('audit');
  const [fits, setFits] = useState<boolean>();
  useEffect(() => {
    void isFingerprintOf(entry.leafHash, entry.entry).then(setFits);
  }, [entry]);
  if (fits === undefined) return null;
  return fits ? (
    <Banner tone="ok" title={t('record.fits')} />
  ) : (
    <Banner tone="bad" title={t('record.differs')}>
      {t('record.differsAdvice')}
    </Banner>
  );
}

function ExactRecord({ entry }: { entry: Entry }) {
  const { t } = useTranslation('audit');
  return (
    <Panel title={t('record.title')}>
      <p className="measure text-muted">{t('record.lead')}</p>
      <Copyable text={recordOf(entry.entry)} label={t('record.title')} />
      <DescriptionList
        facts={[
          { label: t('record.fingerprint'), value: <Copyable text={entry.leafHash} label={t('record.fingerprint')} /> },
          ...(entry.commit
            ? [{ label: t('record.commit'), value: <Copyable text={entry.commit} label={t('record.commit')} /> }]
            : []),
          { label: t('record.id'), value: <Copyable text={entry.id} label={t('record.id')} /> },
        ]}
      />
      <Fingerprint entry={entry} />
    </Panel>
  );
}

function Found({ entry }: { entry: Entry }) {
  const { t } = useTranslation('audit');
  const to = useAgencyPath();
  const facts = useFacts(entry);
  return (
    <>
      <PageHeader
        title={sentenceOf(t, entry)}
        lead={
          <>
            {t('columns.seq')} <Num value={Number(entry.seq)} />
          </>
        }
        crumbs={[{ label: t('title'), to: to('/audit') }]}
      />
      <Panel title={t('facts.title')}>
        <DescriptionList facts={facts} />
      </Panel>
      {entry.commit && <DetailPanel id={entry.id} />}
      <ExactRecord entry={entry} />
    </>
  );
}

/** One entry in full. The log is read and never changed. */
export function EntryView() {
  const { entry: id = '' } = useParams();
  const entry = useEntry(id);
  return (
    <PageBody>
      <Loaded from={entry} lines={8}>
        {(found) => <Found entry={found} />}
      </Loaded>
    </PageBody>
  );
}
