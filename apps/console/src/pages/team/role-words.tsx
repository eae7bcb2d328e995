import { useTranslation } from 'react-i18next';
import { Time } from '../../kit/index.js';

/** The roles of a person in words, with the end of those that end. */
export function RoleWords({ roles }: { roles: readonly { role: string; until: string | null }[] }) {
  const { t } = useTranslation('team');
  if (roles.length === 0) return t('none');
  return (
    <ul className="grid gap-0.5">
      {roles.map(({ role, until }) => (
        <li key={role}>
          {t(`roles.${role}`)}
          {until && (
            <span className="text-sm text-muted">
              {' '}
              {t('until')} <Time at={until} show="exact" />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
