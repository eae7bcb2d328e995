import { useTranslation } from 'react-i18next';
import type { NumberHealth, PhoneNumber } from '../../api/types.js';
import { Meter, Num, Tag } from '../../kit/index.js';

interface LimitProps {
  people: NumberHealth['people'];
  /** Meta's word for it; null when it was not asked yet. */
  tier: PhoneNumber['messagingLimit'];
}

const UNLIMITED = 'TIER_UNLIMITED';

/** Meta's steps: https://developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits */
const STEPS = [250, 2_000, 10_000, 100_000] as const;
const FIRST = STEPS[0];

/** How much of the limit is used, and by whom. */
export function LimitUse({ people, tier }: LimitProps) {
  const { t } = useTranslation('numbers');
  const { used, yours, limit, numbers } = people;
  if (limit === null)
    return <p className="measure">{t(tier === UNLIMITED ? 'useOpen' : 'useUnknown', { used, yours })}</p>;
  return (
    <div className="grid gap-1">
      <Meter label={t('usePeople')} value={used} limit={limit} />
      <p className="text-sm text-muted">{t('useSentence', { count: numbers, yours })}</p>
    </div>
  );
}

/** Where the portfolio stands among Meta's steps, and what brings the next one. */
export function LimitLadder({ people, tier }: LimitProps) {
  const { t } = useTranslation('numbers');
  const isOpen = tier === UNLIMITED;
  const next = isOpen ? 'none' : (people.limit ?? FIRST) <= FIRST ? 'verify' : 'grow';
  if (people.limit === null && !isOpen) return null;
  return (
    <div className="grid gap-2">
      <ol aria-label={t('ladder')} className="flex flex-wrap gap-x-4 gap-y-2">
        {STEPS.map((step) => (
          <li key={step} className="flex items-center gap-2">
            <Num value={step} />
            {step === people.limit && <Tag tone="info">{t('ladderHere')}</Tag>}
          </li>
        ))}
        <li className="flex items-center gap-2">
          {t('ladderOpen')}
          {isOpen && <Tag tone="info">{t('ladderHere')}</Tag>}
        </li>
      </ol>
      <p className="measure text-sm text-muted">{t(`nextStep.${next}`)}</p>
    </div>
  );
}
