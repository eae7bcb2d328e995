import { useTranslation } from 'react-i18next';
import type { PhoneNumber } from '../../api/types.js';
import type { Tone } from '../../kit/index.js';

const QUALITY: Record<string, Tone> = { GREEN: 'ok', YELLOW: 'warn', RED: 'bad' };

/** How many people a tier lets one write to in a day. */
const TIERS: Record<string, number> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1_000,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
};

interface NumberWords {
  quality: (number: Pick<PhoneNumber, 'quality'>) => { words: string; tone: Tone };
  limit: (number: Pick<PhoneNumber, 'messagingLimit'>) => string;
  nameStatus: (status: string | null) => string;
  problem: (code: string) => string;
}

/** WhatsApp's words in ours. */
export function useNumberWords(): NumberWords {
  const { t } = useTranslation('numbers');
  const errors = useTranslation('errors').t;
  const known = (key: string, fallback: string) => t(key, { defaultValue: t(fallback) });
  return {
    quality: ({ quality }) => ({
      words: known(`quality.${quality ?? 'UNKNOWN'}`, 'quality.UNKNOWN'),
      tone: QUALITY[quality ?? ''] ?? 'neutral',
    }),
    limit: ({ messagingLimit }) => {
      const count = TIERS[messagingLimit ?? ''];
      if (count) return t('limitPeople', { count });
      return t(messagingLimit === 'TIER_UNLIMITED' ? 'limitNone' : 'limitUnknown');
    },
    nameStatus: (status) => known(`nameStatus.${status ?? 'NONE'}`, 'nameStatus.NONE'),
    problem: (code) => errors([`${code}.title`, 'unknown.title']),
  };
}
