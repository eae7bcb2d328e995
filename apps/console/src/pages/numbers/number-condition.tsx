import { useTranslation } from 'react-i18next';
import { useGet, useSend } from '../../api/queries.js';
import type { NumberHealth, PhoneNumber } from '../../api/types.js';
import {
  Banner,
  Button,
  DescriptionList,
  DiffTable,
  Loaded,
  Panel,
  StatusTimeline,
  Tag,
  Time,
  type Tone,
  tellDone,
} from '../../kit/index.js';
import { LimitLadder, LimitUse } from './limit-use.js';
import { useNumberRoom } from './number-room.js';
import { useNumberWords } from './number-words.js';

export const RISKS: Record<string, Tone> = { high: 'bad', medium: 'warn', low: 'info', none: 'ok' };

/** What Meta shows and nobody announced, until somebody has looked. */
function Drift({ id, health: { drift, driftFoundAt } }: { id: string; health: NumberHealth }) {
  const { t } = useTranslation('numbers');
  const { mayWrite, refreshes } = useNumberRoom();
  const seen = useSend('post', '/v1/numbers/{id}/drift/acknowledge', {
    refreshes: [...refreshes, '/v1/numbers/{id}/health', '/v1/home'],
  });
  if (drift.length === 0) return null;
  const side = (which: 'ours' | 'theirs') =>
    Object.fromEntries(drift.map((one) => [one.field.replace('.', '-'), one[which] || undefined]));
  return (
    <Banner
      tone="warn"
      title={t('driftTitle')}
      actions={
        mayWrite && (
          <Button
            isPending={seen.isPending}
            onPress={() => seen.mutate({ params: { path: { id } } }, { onSuccess: () => tellDone(t('driftSeenDone')) })}
          >
            {t('driftSeen')}
          </Button>
        )
      }
    >
      <p>
        {t('driftText')}{' '}
        {driftFoundAt && (
          <span className="text-muted">
            {t('driftFound')} <Time at={driftFoundAt} />
          </span>
        )}
      </p>
      <DiffTable
        caption={t('driftOf')}
        before={side('ours')}
        after={side('theirs')}
        labelOf={(field) => t(`fields.${field}`, { defaultValue: field })}
      />
    </Banner>
  );
}

function Advice({ health: { reasons } }: { health: NumberHealth }) {
  const { t } = useTranslation('numbers');
  if (reasons.length === 0) return <p>{t('allWell')}</p>;
  return (
    <ul className="measure grid list-disc gap-1 ps-5">
      {reasons.map((reason) => (
        <li key={reason}>{t(`reasons.${reason}`, { defaultValue: reason })}</li>
      ))}
    </ul>
  );
}

function Pace({ pace }: { pace: NumberHealth['pace'] }) {
  const { t } = useTranslation('numbers');
  const { now, granted, waiting, oldestDueAt } = pace;
  return (
    <>
      <p>{t('paceNow', { now, granted })}</p>
      {now < granted && <p className="text-sm text-muted">{t('paceSlowed')}</p>}
      <p className="text-sm text-muted">
        {waiting === 0 ? t('nothingWaits') : t('waitingMessages', { count: waiting })}
        {oldestDueAt && (
          <>
            , {t('waitingSince')} <Time at={oldestDueAt} />
          </>
        )}
      </p>
    </>
  );
}

function QualityHistory({ health: { history } }: { health: NumberHealth }) {
  const { t } = useTranslation('numbers');
  const words = useNumberWords();
  const steps = history
    .filter(({ field }) => field === 'quality')
    .map(({ value, at }) => {
      const quality = words.quality({ quality: value });
      return { id: at, at, title: quality.words, tone: quality.tone };
    })
    .reverse();
  return steps.length > 0 ? (
    <StatusTimeline label={t('qualityHistory')} steps={steps} />
  ) : (
    <p className="text-muted">{t('noChange')}</p>
  );
}

/** What it asks for now, how its limit is used, how fast it sends, and how its quality went. */
export function NumberCondition({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const { id } = number;
  const found = useGet('/v1/numbers/{id}/health', { params: { path: { id } } });
  return (
    <Loaded from={found} lines={6}>
      {(health) => (
        <>
          <Drift id={id} health={health} />
          <Panel
            title={t('advice')}
            actions={<Tag tone={RISKS[health.risk] ?? 'neutral'}>{t(`risk.${health.risk}`)}</Tag>}
          >
            <Advice health={health} />
          </Panel>
          <Panel title={t('use')}>
            <LimitUse people={health.people} tier={number.messagingLimit} />
            <LimitLadder people={health.people} tier={number.messagingLimit} />
            <DescriptionList
              facts={[
                { label: t('pace'), value: <Pace pace={health.pace} /> },
                {
                  label: t('lastWebhook'),
                  value: health.lastWebhookAt ? <Time at={health.lastWebhookAt} /> : t('never'),
                },
              ]}
            />
          </Panel>
          <Panel title={t('qualityHistory')}>
            <QualityHistory health={health} />
          </Panel>
        </>
      )}
    </Loaded>
  );
}

/** The same in two lines, for the card of a number. */
export function ConditionInShort({ id, messagingLimit }: Pick<PhoneNumber, 'id' | 'messagingLimit'>) {
  const { t } = useTranslation('numbers');
  const found = useGet('/v1/numbers/{id}/health', { params: { path: { id } } });
  return (
    <Loaded from={found} lines={2}>
      {({ risk, reasons, people, qualitySince }) => (
        <>
          <p className="flex flex-wrap items-center gap-2">
            <Tag tone={RISKS[risk] ?? 'neutral'}>{t(`risk.${risk}`)}</Tag>
            {reasons[0] && <span>{t(`reasons.${reasons[0]}`, { defaultValue: reasons[0] })}</span>}
          </p>
          {qualitySince && (
            <p className="text-sm text-muted">
              {t('qualityLabel')} {t('since')} <Time at={qualitySince} show="date" />
            </p>
          )}
          <LimitUse people={people} tier={messagingLimit} />
        </>
      )}
    </Loaded>
  );
}
