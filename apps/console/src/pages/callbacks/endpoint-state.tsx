import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/queries.js';
import { Banner, Tag, Time } from '../../kit/index.js';

export type Callback = Answer<'/v1/callbacks/{id}', 'get'>;

const TONES = { active: 'ok', failing: 'warn', off: 'neutral' } as const;

export function EndpointTag({ state }: Pick<Callback, 'state'>) {
  const { t } = useTranslation('callbacks');
  return <Tag tone={TONES[state]}>{t(`states.${state}`)}</Tag>;
}

/** Says what is not as it should be, since when, and what comes of it. */
export function EndpointTrouble({ callback: { state, failingSince, offReason, offAt } }: { callback: Callback }) {
  const { t } = useTranslation('callbacks');
  if (state === 'active') return null;
  const at = state === 'failing' ? failingSince : offAt;
  const words = state === 'failing' ? 'failing' : `off-${offReason ?? 'person'}`;
  return (
    <Banner tone={offReason === 'person' ? 'info' : 'warn'} title={t(`trouble.${words}.title`)}>
      <p>{t(`trouble.${words}.advice`)}</p>
      {at && (
        <p className="text-sm">
          {t('since')} <Time at={at} show="exact" />
        </p>
      )}
    </Banner>
  );
}
