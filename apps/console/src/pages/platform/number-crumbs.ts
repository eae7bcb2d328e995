import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/queries.js';
import type { Crumb } from '../../kit/index.js';

/** The way up from the numbers of an agency. */
export function useNumberCrumbs(id: string): Crumb[] {
  const { t } = useTranslation('platform');
  const agency = useGet('/v1/platform/agencies/{id}', { params: { path: { id } } });
  return [
    { label: t('title'), to: '/platform' },
    { label: agency.data?.name ?? t('agency'), to: `/platform/agencies/${id}` },
  ];
}
