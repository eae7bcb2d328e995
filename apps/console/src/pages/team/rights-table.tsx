import { useTranslation } from 'react-i18next';
import { DataTable, EmptyState } from '../../kit/index.js';
import { PERMISSIONS, ROLE_PERMISSIONS } from '../../session/access-tables.js';

/** What roles come to, as sentences; each with the role it comes from. */
export function RightsTable({ roles, caption, none }: { roles: readonly string[]; caption: string; none: string }) {
  const { t } = useTranslation('team');
  const rows = PERMISSIONS.map((permission) => ({
    permission,
    from: roles.filter((role) => ROLE_PERMISSIONS[role]?.includes(permission)),
  })).filter(({ from }) => from.length > 0);
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ permission }) => permission}
      empty={<EmptyState title={none} />}
      columns={[
        {
          id: 'right',
          label: t('right'),
          cell: ({ permission }) => t(`permissions.${permission.replaceAll(':', '-')}`),
        },
        {
          id: 'from',
          label: t('through'),
          cell: ({ from }) => from.map((role) => t(`roles.${role}`)).join(' · '),
        },
      ]}
    />
  );
}
