import { useTranslation } from 'react-i18next';
import { DataTable, Time } from '../../kit/index.js';
import type { HeldRole } from './roles-at.js';

/** Every role the person holds or held here, newest first. */
export function RoleHistory({ roles }: { roles: readonly HeldRole[] }) {
  const { t } = useTranslation('team');
  return (
    <section aria-labelledby="history" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id="history" className="text-h2 font-bold">
        {t('history')}
      </h2>
      <DataTable
        caption={t('history')}
        rows={[...roles].sort((a, b) => b.since.localeCompare(a.since))}
        rowKey={({ role, since }) => `${role} ${since}`}
        empty={<p className="text-muted">{t('noHistory')}</p>}
        columns={[
          { id: 'role', label: t('role'), cell: ({ role }) => t(`roles.${role}`) },
          { id: 'since', label: t('heldSince'), cell: ({ since }) => <Time at={since} show="exact" /> },
          { id: 'until', label: t('heldUntil'), cell: ({ until }) => (until ? <Time at={until} show="exact" /> : '–') },
        ]}
      />
    </section>
  );
}
