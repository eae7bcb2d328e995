import { useTranslation } from 'react-i18next';
import type { Choice } from '../../kit/index.js';
import { AGENCY_ROLES, PLATFORM_ROLES } from '../../session/access-tables.js';
import { useMembership } from '../../session/rights.js';

/** The roles that can be given here, each with what it means. */
export function useRoleChoices(): Choice[] {
  const { t } = useTranslation('team');
  const isPlatform = useMembership()?.agency.isPlatform === true;
  return (isPlatform ? PLATFORM_ROLES : AGENCY_ROLES).map((role) => ({
    value: role,
    label: t(`roles.${role}`),
    description: t(`roleMeans.${role}`),
  }));
}
