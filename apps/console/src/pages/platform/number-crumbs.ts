import { useTranslation } from 'react-i18next';
import type { Crumb } from '../../kit/index.js';

/** The way up from the numbers of an agency. */
export function useNumberCrumbs(id: string): Crumb[] {
  const { t } = useTranslation('platform');
  return [
    { label: t('title'), to: '/platform' },
    { label: t('agency'), to: `/platform/agencies/${id}` },
  ];
}
