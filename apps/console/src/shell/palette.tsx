import { Keyboard, LogOut, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Command, CommandPalette } from '../kit/index.js';
import type { Membership } from '../session/me.js';
import { useMe } from '../session/me.js';
import { useSignOut } from '../session/sign-out.js';
import { NAV_ICONS } from './nav-icons.js';
import { navigationFor, startPath } from './navigation.js';

export interface PaletteProps {
  isOpen: boolean;
  onClose: () => void;
  onHelp: () => void;
  membership: Membership | undefined;
  open: (path: string) => void;
}

/** Pages of this agency first, then other agencies, then oneself. */
export function Palette({ isOpen, onClose, onHelp, membership, open }: PaletteProps) {
  const { t } = useTranslation('shell');
  const { memberships } = useMe();
  const signOut = useSignOut();
  const withIcon = (name: string) => (NAV_ICONS[name] ? { icon: NAV_ICONS[name] } : {});
  const pages = navigationFor(membership).map(
    ({ to, page, icon }): Command => ({
      id: to,
      label: t(`nav.${page.replace('/', '-')}`),
      ...withIcon(icon),
      run: () => open(to),
    }),
  );
  const agencies = memberships
    .filter(({ agency }) => agency.id !== membership?.agency.id)
    .map(
      (other): Command => ({
        id: other.agency.id,
        label: other.agency.name,
        hint: t('switch'),
        ...withIcon('agencies'),
        run: () => open(startPath(other)),
      }),
    );
  const own: Command[] = [
    { id: 'me', label: t('me'), icon: UserRound, run: () => open('/me') },
    { id: 'shortcuts', label: t('shortcuts.title'), icon: Keyboard, run: onHelp },
    { id: 'sign-out', label: t('signOut'), icon: LogOut, run: () => void signOut() },
  ];
  return <CommandPalette isOpen={isOpen} onClose={onClose} commands={[...pages, ...agencies, ...own]} />;
}
