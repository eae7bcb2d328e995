import { useTranslation } from 'react-i18next';
import { Banner, Button, LinkButton, Time } from '../../kit/index.js';
import { useAgencyPath, useMay } from '../../session/rights.js';
import type { TemplateDetails } from './types.js';

const STOPPED: ReadonlySet<string> = new Set([
  'DISABLED',
  'FLAGGED',
  'LOCKED',
  'LIMIT_EXCEEDED',
  'PENDING_DELETION',
  'DELETED',
]);

function Rejected({ details, onCopy }: { details: TemplateDetails; onCopy: () => void }) {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const mayWrite = useMay('templates:write');
  const reason = details.rejection?.reason ?? 'NONE';
  const words = (part: string) => t([`rejections.${reason}.${part}`, `rejections.NONE.${part}`]);
  return (
    <Banner
      tone="bad"
      title={t('rejectedBecause', { reason: words('words') })}
      actions={
        mayWrite && (
          <>
            <LinkButton to={to(`/templates/${details.name}/${details.language}/edit`)}>{t('changeIt')}</LinkButton>
            <Button kind="quiet" onPress={onCopy}>
              {t('editCopy')}
            </Button>
          </>
        )
      }
    >
      <p>{words('remedy')}</p>
      {details.rejection?.advice && (
        <p>
          {t('whatsAppSays')} <q dir="auto">{details.rejection.advice}</q>
        </p>
      )}
    </Banner>
  );
}

function Paused({ until }: { until: string | null }) {
  const { t } = useTranslation('templates');
  return (
    <Banner tone="warn" title={t('pausedTitle')}>
      <p>{t('pausedWhy')}</p>
      <p>
        {until ? (
          <>
            {t('pausedUntil')} <Time at={until} show="exact" />
          </>
        ) : (
          t('pausedNoEnd')
        )}
      </p>
      <p>{t('pausedRemedy')}</p>
    </Banner>
  );
}

function Waiting({ details }: { details: TemplateDetails }) {
  const { t } = useTranslation('templates');
  const { review, reviewReason, submitProblem, draftVersion } = details;
  if (review === 'sent_back') {
    return (
      <Banner tone="bad" title={t('sentBackTitle')}>
        <p dir="auto">{reviewReason}</p>
      </Banner>
    );
  }
  if (review === 'in_review') {
    return (
      <Banner tone="info" title={t('inReviewTitle', { version: draftVersion })}>
        {t('inReviewAdvice')}
      </Banner>
    );
  }
  if (review === 'approved') {
    return <Banner tone={submitProblem ? 'warn' : 'info'} title={t(submitProblem ? 'submitWaits' : 'submitting')} />;
  }
  return null;
}

/** Why it is not sent, and what to do; nothing where all is well. */
export function Standing({ details, onCopy }: { details: TemplateDetails; onCopy: () => void }) {
  const { t } = useTranslation('templates');
  const { status, pausedUntil, nextCategory, nextCategoryAt, archivedAt, nameLockedUntil } = details;
  return (
    <>
      {archivedAt && (
        <Banner tone="neutral" title={t('archivedTitle')}>
          {t('archivedAdvice')}
        </Banner>
      )}
      <Waiting details={details} />
      {status === 'PENDING' && (
        <Banner tone="info" title={t('pendingTitle')}>
          {t('pendingAdvice')}
        </Banner>
      )}
      {status === 'REJECTED' && <Rejected details={details} onCopy={onCopy} />}
      {status === 'PAUSED' && <Paused until={pausedUntil} />}
      {STOPPED.has(status) && (
        <Banner tone="bad" title={t(`status.${status}`)}>
          {t(`stopped.${status}`, { defaultValue: t('stopped.other') })}
          {nameLockedUntil && (
            <p>
              {t('nameLockedUntil')} <Time at={nameLockedUntil} show="date" />
            </p>
          )}
        </Banner>
      )}
      {nextCategory && (
        <Banner
          tone="warn"
          title={t('nextCategory', { category: t(`categories.${nextCategory}`, { defaultValue: nextCategory }) })}
        >
          {nextCategoryAt && <Time at={nextCategoryAt} show="exact" />}
        </Banner>
      )}
    </>
  );
}
