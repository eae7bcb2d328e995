import { type ReactNode, useRef } from 'react';
import { Outlet } from 'react-router';
import { Mark } from '../kit/index.js';
import { LookMenu } from './look-menu.js';
import { useFocusOnRouteChange } from './route-change.js';
import { SkipLink } from './skip-link.js';

/** Around pages that need no sign-in. */
export function PublicShell({ children }: { children?: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useFocusOnRouteChange(main);
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header className="flex min-h-16 items-center justify-between border-b border-line-soft bg-surface px-4">
        <span className="flex items-center gap-2 text-h3 font-bold text-primary">
          <Mark />
          Belfry
        </span>
        <LookMenu />
      </header>
      <main ref={main} id="main" tabIndex={-1} className="px-4 py-8 outline-none sm:py-14">
        {children ?? <Outlet />}
      </main>
    </div>
  );
}
