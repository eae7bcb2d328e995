import { Menu as MenuIcon, Search, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { Banner, Button, Mark, Menu, Tag, type Tone } from '../kit/index.js';
import { LiveNotice } from '../live/live-notice.js';
import { useLiveUpdates } from '../live/use-live-updates.js';
import type { Membership } from '../session/me.js';
import { useMe } from '../session/me.js';
import { useMembership } from '../session/rights.js';
import { useSessionEnd } from '../session/session-end.js';
import { BreakGlassBanner } from './break-glass-banner.js';
import { useFocusKept } from './focus-kept.js';
import { useGuardAgain } from './guard-again.js';
import { LookMenu } from './look-menu.js';
import { NAV_ICONS } from './nav-icons.js';
import { type NavItem, navigationFor, startPath } from './navigation.js';
import { PersonMenu } from './person-menu.js';
import { useFocusOnRouteChange } from './route-change.js';
import { SessionEnd } from './session-end.js';
import { useShortcuts } from './shortcuts.js';
import { SkipLink } from './skip-link.js';
import { StepUp } from './step-up.js';

const ShortcutsDialog = lazy(async () => ({ default: (await import('./shortcuts-dialog.js')).ShortcutsDialog }));
const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }));

function AgencySwitch({ membership }: { membership: Membership | undefined }) {
  const { t } = useTranslation('shell');
  const { memberships } = useMe();
  if (!membership) return null;
  const name = <bdi className="max-w-52 truncate">{membership.agency.name}</bdi>;
  if (memberships.length < 2) return <span className="truncate font-semibold">{name}</span>;
  return (
    <Menu
      label={t('switchAgency', { name: membership.agency.name })}
      trigger={name}
      choices={memberships.map((choice) => ({
        id: choice.agency.id,
        label: choice.agency.name,
        to: startPath(choice),
        isSelected: choice.agency.id === membership.agency.id,
      }))}
    />
  );
}

interface NavEntryProps {
  item: NavItem;
  items: readonly NavItem[];
  onOpen: () => void;
}

function NavEntry({ item, items, onOpen }: NavEntryProps) {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const Icon = NAV_ICONS[item.icon];
  const isStart = item.to === '/platform' || /^\/a\/[^/]+$/.test(item.to);
  // A page below this one that has an entry of its own is marked there alone.
  const hasDeeper = items.some(({ to }) => to.startsWith(`${item.to}/`) && `${pathname}/`.startsWith(`${to}/`));
  return (
    <li>
      <NavLink
        to={item.to}
        end={isStart || hasDeeper}
        onClick={onOpen}
        className={({ isActive }) =>
          'flex min-h-ctl items-center gap-3 rounded-control border border-transparent px-3 no-underline ' +
          (isActive ? 'border-s-4 border-s-primary bg-primary-soft font-bold text-primary' : 'text-ink hover:bg-sunken')
        }
      >
        {Icon && <Icon aria-hidden size={19} className="shrink-0" />}
        <span className="min-w-0">{t(`nav.${item.page.replace('/', '-')}`)}</span>
      </NavLink>
    </li>
  );
}

const BELOW_THE_LINE = 100;

function Navigation({ items, onOpen }: { items: readonly NavItem[]; onOpen: () => void }) {
  const { t } = useTranslation('shell');
  const above = items.filter(({ order }) => order < BELOW_THE_LINE);
  const below = items.filter(({ order }) => order >= BELOW_THE_LINE);
  return (
    <nav aria-label={t('navigation')}>
      <ul className="grid gap-1">
        {above.map((item) => (
          <NavEntry key={item.to} item={item} items={items} onOpen={onOpen} />
        ))}
      </ul>
      {below.length > 0 && (
        <ul className="mt-3 grid gap-1 border-t border-line-soft pt-3">
          {below.map((item) => (
            <NavEntry key={item.to} item={item} items={items} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </nav>
  );
}

/** What is true of the agency on each of its pages: on trial, suspended, closed. */
function AgencyBanner({ membership }: { membership: Membership | undefined }) {
  const { t } = useTranslation('shell');
  const status = membership?.agency.status;
  if (!membership || membership.agency.isPlatform || !status || !/^(trial|suspended|closed)$/.test(status)) return null;
  return (
    <Banner tone={status === 'trial' ? 'info' : 'bad'} title={t(`agency.${status}.title`)}>
      {t(`agency.${status}.advice`)}
    </Banner>
  );
}

const STATUS_TONES: Record<string, Tone> = { live: 'ok', trial: 'info' };

function StatusTag({ membership }: { membership: Membership | undefined }) {
  const { t } = useTranslation('shell');
  const status = membership?.agency.status;
  if (!membership || membership.agency.isPlatform || !status) return null;
  return <Tag tone={STATUS_TONES[status] ?? 'bad'}>{t(`agency.${status}.word`, { defaultValue: status })}</Tag>;
}

function TopBar({
  membership,
  nav,
  onPalette,
}: {
  membership: Membership | undefined;
  nav: { isOpen: boolean; toggle: () => void; isNeeded: boolean };
  onPalette: () => void;
}) {
  const { t } = useTranslation('shell');
  return (
    <header className="sticky top-0 z-30 border-b border-line-soft bg-surface">
      <div className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2 sm:px-4">
        {nav.isNeeded && (
          <span className="lg:hidden">
            <Button
              kind="quiet"
              icon={nav.isOpen ? X : MenuIcon}
              aria-label={t('navigation')}
              aria-expanded={nav.isOpen}
              onPress={nav.toggle}
            />
          </span>
        )}
        <Link to="/" className="flex items-center gap-2 rounded-control text-h3 font-bold text-primary no-underline">
          <Mark />
          <span className="hidden sm:inline">Belfry</span>
          <span className="sr-only sm:hidden">Belfry</span>
        </Link>
        <AgencySwitch membership={membership} />
        <StatusTag membership={membership} />
        <span className="grow" />
        <span className="hidden md:inline">
          <Button icon={Search} onPress={onPalette}>
            <span className="font-normal text-muted">{t('search')}</span>
            <kbd className="rounded border border-line px-1.5 text-sm font-semibold text-muted">Ctrl K</kbd>
          </Button>
        </span>
        <span className="md:hidden">
          <Button kind="quiet" icon={Search} aria-label={t('search')} onPress={onPalette} />
        </span>
        <LookMenu />
        <PersonMenu />
      </div>
    </header>
  );
}

/** What stays while pages change: the bar at the top, the navigation, and the place for the page. */
export function Shell({ children }: { children?: ReactNode }) {
  const membership = useMembership();
  const items = navigationFor(membership);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [isNavOpen, setNavOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const closeNav = () => setNavOpen(false);

  useFocusOnRouteChange(main);
  useFocusKept(main);
  useLiveUpdates(membership);
  useGuardAgain(membership);
  useSessionEnd();
  useEffect(() => setNavOpen(false), [pathname]);
  useShortcuts({ palette: () => setPaletteOpen(true), help: () => setHelpOpen(true) });

  const hasNav = items.length > 0;
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <TopBar
        membership={membership}
        nav={{ isOpen: isNavOpen, toggle: () => setNavOpen(!isNavOpen), isNeeded: hasNav }}
        onPalette={() => setPaletteOpen(true)}
      />
      <div className={hasNav ? 'lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]' : ''}>
        {hasNav && (
          <div
            className={
              (isNavOpen ? 'block' : 'hidden') +
              ' border-b border-line-soft bg-surface p-3 lg:sticky lg:top-16 lg:block lg:h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:border-e lg:border-b-0'
            }
          >
            <Navigation items={items} onOpen={closeNav} />
          </div>
        )}
        <main ref={main} id="main" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none sm:px-pad">
          <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-6">
            <BreakGlassBanner membership={membership} />
            <AgencyBanner membership={membership} />
            <LiveNotice membership={membership} />
            {children ?? <Outlet />}
          </div>
        </main>
      </div>
      {isPaletteOpen && (
        <Suspense>
          <Palette
            isOpen
            onClose={() => setPaletteOpen(false)}
            membership={membership}
            open={(path) => void navigate(path)}
            onHelp={() => setHelpOpen(true)}
          />
        </Suspense>
      )}
      <StepUp />
      <SessionEnd />
      {isHelpOpen && (
        <Suspense>
          <ShortcutsDialog isOpen onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
