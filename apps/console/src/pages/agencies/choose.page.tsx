import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { EmptyState, Name, PageBody, PageHeader, Tag } from '../../kit/index.js';
import { type Membership, useMe } from '../../session/me.js';
import { startPath } from '../../shell/navigation.js';

function AgencyCard({ membership }: { membership: Membership }) {
  const { t } = useTranslation('agencies');
  const { agency, roles } = membership;
  return (
    <li>
      <Link
        to={startPath(membership)}
        className="flex items-center gap-4 rounded-panel border border-line-soft bg-surface px-5 py-4 text-ink no-underline hover:border-line"
      >
        <span className="grid min-w-0 grow gap-0.5">
          <span className="flex flex-wrap items-center gap-3 font-bold">
            <Name>{agency.name}</Name>
            {!agency.isPlatform && agency.status !== 'live' && (
              <Tag tone={agency.status === 'trial' ? 'info' : 'bad'}>{t(`status.${agency.status}`)}</Tag>
            )}
          </span>
          <span className="text-sm text-muted">{roles.map((role) => t(`roles.${role}`)).join(' · ')}</span>
        </span>
        <ChevronRight aria-hidden size={20} className="shrink-0 text-muted rtl:rotate-180" />
      </Link>
    </li>
  );
}

/** The agencies one belongs to; with only one of them, one is there already. */
export default function ChooseAgencyPage() {
  const { t } = useTranslation('agencies');
  const { memberships } = useMe();
  const [only] = memberships;
  if (memberships.length === 1 && only) return <Navigate to={startPath(only)} replace />;
  return (
    <PageBody width="reading">
      <PageHeader title={t('title')} lead={memberships.length > 0 ? t('lead') : undefined} />
      {memberships.length === 0 ? (
        <EmptyState title={t('none.title')}>{t('none.advice')}</EmptyState>
      ) : (
        <ul className="grid gap-3">
          {memberships.map((membership) => (
            <AgencyCard key={membership.agency.id} membership={membership} />
          ))}
        </ul>
      )}
    </PageBody>
  );
}
