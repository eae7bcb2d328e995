import { useTranslation } from 'react-i18next';
import { Tag } from '../../kit/index.js';
import { keyState } from './key-state.js';

const TONES = { soon: 'warn', expired: 'neutral', revoked: 'neutral' } as const;

/** Says only what is not normal: that a key ends soon, or has ended. */
export function KeyTag(key: { revokedAt: string | null; expiresAt: string }) {
  const { t } = useTranslation('keys');
  const state = keyState(key);
  return state === 'active' ? null : <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
