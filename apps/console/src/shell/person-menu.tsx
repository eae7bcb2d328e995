import { LogOut, ShieldCheck, SlidersHorizontal, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Menu } from '../kit/index.js';
import { useMe } from '../session/me.js';
import { useSignOut } from '../session/sign-out.js';
import { hasPage } from './pages.js';

/** One's own pages, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const signOut = useSignOut();
  const pages = [
    { id: 'me/profile', label: t('me'), icon: UserRound, to: '/me' },
    { id: 'me/security', label: t('security'), icon: ShieldCheck, to: '/me/security' },
    { id: 'me/preferences', label: t('preferences'), icon: SlidersHorizontal, to: '/me/preferences' },
  ];
  return (
    <Menu
      label={t('personMenu', { name: me.name })}
      icon={UserRound}
      trigger={<bdi className="hidden max-w-40 truncate sm:inline">{me.name}</bdi>}
      choices={[
        ...pages.filter(({ id }) => hasPage(id)),
        { id: 'sign-out', label: t('signOut'), icon: LogOut, onAction: () => void signOut() },
      ]}
    />
  );
}
